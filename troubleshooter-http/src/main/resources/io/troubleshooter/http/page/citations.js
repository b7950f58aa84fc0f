// Citations: buttons that open the lines, with a card that shows them on hover and focus.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { get, inSession } from "./api.js";
import { openLines, refText } from "./navigate.js";

/** A citation in one form: the API's answers, diagnoses and plain references write it differently. */
export function citationOf(given) {
  if (typeof given === "string") {
    const [, source, from, to] = /^([ST]\d+):(\d+)(?:-(\d+))?$/.exec(given) ?? [null, "S1", 1, 1];
    return { source, from: Number(from), to: Number(to ?? from), quote: "", count: 1 };
  }
  const [from, to] = given.lines ?? [given.first, given.last];
  return { source: given.source, from, to, quote: given.quote ?? given.text ?? "", count: given.count ?? 1, verified: given.verified };
}

/** All citations of a diagnosis in order, as `openCitation` takes them. */
export function citations(diagnosis) {
  return (diagnosis?.hypotheses ?? []).flatMap((hypothesis) =>
    hypothesis.citations.map((given, index) => {
      const lines = citationOf(given);
      return { id: idOf(hypothesis.rank, index), rank: hypothesis.rank, words: lines.quote, lines };
    }),
  );
}

export function idOf(rank, index, prefix = "citation") {
  return prefix + "-" + rank + "-" + index;
}

export function hypothesisAt(rank) {
  return state.diagnosis?.hypotheses.find((each) => each.rank === rank);
}

export function openCitation({ id, rank, words, lines }) {
  const cause = hypothesisAt(rank)?.cause;
  if (cause) update({ opened: { ...state.opened, [cause]: true } });
  openLines({ source: lines.source, from: lines.from, to: lines.to }, { id, rank, words });
}

/** A citation as a button. `id` has to be the only one of its name on the page: focus comes back to it. */
export function citation(given, { id, rank = null, words = null } = {}) {
  const lines = citationOf(given);
  const text = refText(lines);
  const open = () => openCitation({ id, rank, words: words ?? lines.quote, lines });
  const name = sourceName(lines.source);
  return html`<span class="cite">
    <button class="ref" id=${id} @click=${open} @mouseenter=${(event) => card(event, lines)} @focus=${(event) => card(event, lines)}
      @mouseleave=${hideCard} @blur=${hideCard} aria-describedby="card" aria-label="${text}, ${name}: open these lines">${text}</button>
    ${lines.count > 1 ? html`<span class="muted">+${(lines.count - 1).toLocaleString("en")} like ${lines.count === 2 ? "this" : "these"}</span>` : nothing}
    ${lines.verified === false ? html`<span class="muted">(not verified)</span>` : nothing}
  </span>`;
}

export function sourceName(id) {
  return state.sources.find((each) => each.id === id)?.name ?? (id.startsWith("T") ? "tool output" : id);
}

const CARD_LINES = 8;
const read = new Map();

async function card(event, lines) {
  const button = event.currentTarget;
  const box = button.getBoundingClientRect();
  const key = state.session.id + "/" + state.revision + "/" + refText(lines);
  update({ card: { key, lines, box, content: read.get(key) ?? quoted(lines) } });
  if (read.has(key) || lines.source.startsWith("T")) return;
  const answer = await get(inSession("/lines"), { source: lines.source, from: lines.from, to: Math.min(lines.to, lines.from + CARD_LINES - 1) }).catch(() => null);
  if (!answer) return;
  if (read.size > 200) read.clear();
  read.set(key, answer.lines);
  if (state.card?.key === key) update({ card: { ...state.card, content: answer.lines } });
}

function quoted(lines) {
  return lines.quote ? [{ n: lines.from, text: lines.quote }] : [];
}

function hideCard() {
  update({ card: null });
}

/** The card itself; there is one. Esc takes it away without leaving the button (WCAG 1.4.13). */
export function renderCard({ card }) {
  return html`<div id="card" role="tooltip" ?hidden=${!card || card.content.length === 0}>
    ${(card?.content ?? []).map((line) => html`<div class="card-line"><span class="number" data-n=${line.n}></span><code>${line.text}</code></div>`)}
  </div>`;
}

/** Beside its button and inside the window. */
export function placeCard({ card }) {
  const element = document.getElementById("card");
  if (!card || !element) return;
  const width = element.offsetWidth;
  const below = card.box.bottom + 6;
  const fits = below + element.offsetHeight < innerHeight;
  element.style.left = Math.max(8, Math.min(card.box.left, innerWidth - width - 8)) + "px";
  element.style.top = (fits ? below : Math.max(8, card.box.top - element.offsetHeight - 6)) + "px";
}
