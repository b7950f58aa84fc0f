// Under the log: what is known of the chosen lines, and what can be done with them.
import { html, nothing } from "./html.js";
import { mayContribute, state, update } from "./state.js";
import { focusSoon, goBack, linkTo, refText } from "./navigate.js";
import { commentOnLines, commentsOnLines } from "./comments.js";
import { citationOf, hypothesisAt } from "./citations.js";
import { copy } from "./copy.js";
import { textOf } from "./lines.js";
import { count } from "./words.js";

/** Lines that hypotheses cite in a source: [{ from, to, rank, title, quote }], in order. */
export function citedIn(diagnosis, source) {
  return (diagnosis?.hypotheses ?? [])
    .flatMap(({ rank, title, citations }) => citations.map((each) => ({ ...citationOf(each), rank, title })))
    .filter((each) => each.source === source)
    .sort((a, b) => a.from - b.from || a.rank - b.rank);
}

/** @param lines the source that is shown, or null */
export function footer({ selection, diagnosis, pane }, lines) {
  if (!selection || selection.source !== pane.source) return nothing;
  return html`<footer class="chosen" aria-label="The chosen lines">
    <p class="chosen-ref"><b>${refText(selection)}</b> ${citing(selection, diagnosis)}</p>
    <div class="chosen-acts">
      ${back(selection.via)}
      <button class="small" @click=${() => copy(linkTo(selection), "Link copied")}>copy link</button>
      <button class="small" @click=${() => copyLines(lines, selection)} ?disabled=${!lines}>copy lines</button>
      ${mayContribute() ? html`<button class="small" @click=${() => askAbout(selection)}>ask about these</button>` : nothing}
      ${comments(selection)}
    </div>
  </footer>`;
}

function citing(selection, diagnosis) {
  const by = citedIn(diagnosis, selection.source).filter(({ from, to }) => from <= selection.to && to >= selection.from);
  const each = [...new Map(by.map((cited) => [cited.rank, cited])).values()];
  if (each.length === 0) return html`<span class="muted">not cited</span>`;
  return each.map(({ rank, title, quote }) => html`<span class="cited-by">cited by <button class="ref" aria-label="Hypothesis ${rank}: ${title}" @click=${() => hypothesis(rank)}>[${rank}]</button> ${title}${quote ? html`, for <q>${short(quote)}</q>` : nothing}</span> `);
}

function hypothesis(rank) {
  const cause = hypothesisAt(rank)?.cause;
  update({ tab: "report", region: "report", opened: { ...state.opened, [cause]: true } });
  focusSoon("hypothesis-" + rank);
}

function short(quote) {
  const line = quote.split("\n")[0];
  return line.length > 100 ? line.slice(0, 97) + "..." : line;
}

function back(via) {
  if (!via) return nothing;
  return html`<button class="small back" @click=${goBack}>${via.rank ? `back to hypothesis ${via.rank}` : "back"}</button>`;
}

function comments(selection) {
  const known = commentsOnLines(selection).length;
  if (known === 0 && !mayContribute()) return nothing;
  return html`<button class="small" @click=${() => commentOnLines(selection)}>${known > 0 ? count(known, "comment") : "comment"}</button>`;
}

async function copyLines(lines, { from, to }) {
  const text = await textOf(lines, from, Math.min(to, from + 9_999)).catch(() => null);
  if (text !== null) copy(text, to > from + 9_999 ? "The first 10,000 lines copied" : count(to - from + 1, "line") + " copied");
}

/** Puts the lines into the question, which is the reader's to write. */
function askAbout(selection) {
  update({ region: "ask" });
  focusSoon("question");
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const field = document.getElementById("question");
    if (!field) return;
    field.value = `${field.value ? field.value + " " : ""}About ${refText(selection)}: `;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.setSelectionRange(field.value.length, field.value.length);
  }));
}
