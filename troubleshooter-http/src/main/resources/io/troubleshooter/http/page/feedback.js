// Was it right? Yes, no, not sure, with one optional sentence, and ten seconds to take it back.
import { html, nothing } from "./html.js";
import { mayContribute, state, update } from "./state.js";
import { del, inSession, post } from "./api.js";
import { note } from "./copy.js";

const UNDO = 10000;
const WORDS = { yes: "yes", no: "no", unsure: "not sure" };

export function feedbackRow(each, { feedback }) {
  if (!mayContribute()) return nothing;
  const given = feedback[each.cause] ?? feedback[each.rank];
  return html`<fieldset class="row feedback"><legend class="unseen">Is hypothesis ${each.rank} right?</legend><span aria-hidden="true">Right?</span>
    ${Object.entries(WORDS).map(([verdict, word]) => html`<button class="small" aria-pressed=${String(given?.verdict === verdict)}
      @click=${() => give(each, verdict)}>${word}</button>`)}
    ${given && given.asking ? sentence(each, given) : nothing}
  </fieldset>`;
}

function sentence(each, given) {
  const send = (event) => {
    event.preventDefault();
    const words = event.target.elements.note.value.trim();
    if (words) give(each, given.verdict, words);
    else set(each, { ...given, asking: false });
  };
  return html`<form class="row" @submit=${send}>
    <label for="note-${each.rank}" class="unseen">What was it? One sentence; only its redacted text is kept</label>
    <input id="note-${each.rank}" name="note" type="text" maxlength="300" placeholder="What was it? (optional, kept redacted)">
    <button class="small">Send</button></form>`;
}

function set(each, value) {
  update({ feedback: { ...state.feedback, [each.cause]: value } });
}

async function give(each, verdict, words) {
  const before = state.feedback[each.cause];
  set(each, { verdict, asking: !words });
  try {
    const kept = await post(inSession("/feedback"), { rank: each.rank, verdict, ...(words ? { note: words } : {}) });
    set(each, { verdict, id: kept.id, asking: !words });
    note("Noted: " + WORDS[verdict], { millis: UNDO, action: { label: "Undo", run: () => undo(each, kept.id, before) } });
  } catch (problem) {
    set(each, before);
    note(problem.message);
  }
}

async function undo(each, id, before) {
  try {
    await del(inSession("/feedback/" + encodeURIComponent(id)));
    set(each, before);
    note("Taken back");
  } catch (problem) {
    note(problem.message);
  }
}
