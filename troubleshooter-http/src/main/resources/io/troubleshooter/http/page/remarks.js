// What was not seen, what was set aside, what did not pass the check: counted, and readable.
import { html, nothing } from "./html.js";
import { citation, citationOf } from "./citations.js";
import { command } from "./copy.js";
import { count } from "./words.js";

/** A gap often ends with the command that would show it: "what: command shows it". */
export function gaps({ gaps, verdict }) {
  if (gaps.length === 0) return nothing;
  return html`<section class="remarks"><h2>${verdict === "insufficient_evidence" ? "What would tell" : "Not seen"}</h2>
    <ul>${gaps.map((gap) => {
      const found = /^(.*?)[:,] *`([^`]+)`(.*)$/.exec(gap);
      return html`<li>${found ? html`${found[1]}${command(found[2])}${found[3]}` : gap}</li>`;
    })}</ul></section>`;
}

export function setAside({ setAside = [] }) {
  if (setAside.length === 0) return nothing;
  const total = setAside.reduce((sum, each) => sum + (each.count ?? 1), 0);
  return html`<details class="remarks"><summary>Looked at and set aside: ${count(total, "line")}</summary>
    <ul class="quotes">${setAside.map((each, index) => html`<li>${citation(each, { id: "aside-" + index, words: each.why })}
      <span>${each.why}</span><code class="quote">${citationOf(each).quote}</code></li>`)}</ul></details>`;
}

export function lookedAt({ sources, session }) {
  const lines = sources.reduce((sum, each) => sum + each.lines, 0);
  return html`<section class="remarks"><h2>Looked at</h2>
    <p>${count(lines, "line")} in ${count(sources.length, "source")}; nothing in them needs action.</p>
    <p class="muted">${session.right === "read" ? "" : "Wrong? Ask below, and say what you see: \u201ccheckout returns 502 since 06:30\u201d."}</p></section>`;
}

/** Claims that failed their check did not vanish. */
export function dropped({ questions }) {
  const checked = questions.map((each) => each.answer?.citations).filter(Boolean);
  const unsupported = checked.reduce((sum, each) => sum + each.unsupported, 0);
  const claimed = checked.reduce((sum, each) => sum + each.claimed, 0);
  const standing = checked.reduce((sum, each) => sum + each.standing, 0);
  const notes = questions.flatMap((each) => each.answer?.notes ?? []);
  if (unsupported + claimed === 0) return notes.map((note) => html`<p class="bar-note">${note}</p>`);
  return html`<details class="remarks"><summary>${unsupported === 0 ? "Every claim of the model passed the check" : count(unsupported, "claim") + " did not pass the check"}</summary>
    <p>${count(claimed, "citation")} of the model checked, ${standing} stand.</p>
    ${notes.length > 0 ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}</details>`;
}
