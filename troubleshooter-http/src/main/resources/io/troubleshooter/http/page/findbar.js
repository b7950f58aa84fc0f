// The row with the find box, its count and its steps.
import { html, nothing } from "./html.js";
import { clearFind, find, findStatus, step, switchRegex, type } from "./find.js";
import { count } from "./words.js";

/** @param more further buttons of the row */
export function findBar(total, whole, more) {
  return html`
    <div class="find" role="search" aria-label="Find in the evidence">
      <input type="search" class="find-box" aria-label="Find in ${count(total, "line")}" placeholder="/ find in ${count(total, "line")}"
        autocomplete="off" autocapitalize="off" spellcheck="false" maxlength="400" aria-describedby=${whole ? nothing : "find-note"}
        .value=${find.query} @input=${(event) => type(event.target.value)} @keydown=${onKey}>
      <span class="find-count" aria-hidden="true">${findStatus()}</span>
      <button class="icon" aria-label="Previous hit" ?disabled=${find.hits.length === 0} @click=${() => step(-1)}>&lt;</button>
      <button class="icon" aria-label="Next hit" ?disabled=${find.hits.length === 0} @click=${() => step(1)}>&gt;</button>
      <button class="icon" aria-label="Regular expression" title="Regular expression" aria-pressed=${find.regex} @click=${switchRegex}>.*</button>
      ${more}
    </div>
    ${whole ? nothing : html`<p id="find-note" class="find-note">The browser's find sees only loaded lines; this one sees all.</p>`}
  `;
}

function onKey(event) {
  if (event.key === "Enter") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && find.query) {
    event.preventDefault();
    clearFind();
  }
}
