// One hypothesis: a claim and its lines, never apart.
import { html, nothing } from "./html.js";
import { mayContribute, state, update } from "./state.js";
import { citation, citationOf, idOf } from "./citations.js";
import { check, fix } from "./advice.js";
import { feedbackRow } from "./feedback.js";
import { commentButton, commentsOnHypothesis } from "./comments.js";
import { copy } from "./copy.js";
import { markdownOf } from "./markdown.js";
import { likelihood } from "./words.js";
import { doubts, reasons } from "./reasons.js";

export function hypothesis(each, state) {
  const open = isOpen(each);
  const word = likelihood(each.confidence);
  return html`<article class="hypothesis ${each.verified ? "" : "unverified"}" aria-labelledby="hypothesis-${each.rank}">
    <h2><button class="plain" id="hypothesis-${each.rank}" aria-expanded=${String(open)} @click=${() => toggle(each)}>
      <span class="rank">[${each.rank}]</span> <span class="likelihood ${word.toLowerCase()}">${word} ${each.confidence.toFixed(2)}</span>
      <span class="name">${each.title}</span></button></h2>
    <p class="cause"><code>${each.cause}</code> ${relations(each)} ${each.verified ? nothing : html`<span class="warn">not verified: no line proves it</span>`}</p>
    ${open ? body(each, state) : html`<p class="short">${cited(each, state, 2)}</p>`}
  </article>`;
}

export function isOpen({ cause, rank }) {
  return state.opened[cause] ?? rank === 1;
}

function toggle(each) {
  update({ opened: { ...state.opened, [each.cause]: !isOpen(each) } });
}

function relations({ explains = [], followsFrom }) {
  const all = explains.map((rank) => "[" + rank + "]").join(", ");
  return html`<span class="muted">${all ? "explains " + all : nothing} ${followsFrom ? "follows from [" + followsFrom + "]" : nothing}</span>`;
}

function body(each, state) {
  return html`
    <p>${each.explanation}</p>
    <div class="speaks"><h3>Speaks for it</h3>${lines(each)}</div>
    ${against(each, state)}
    ${each.fixes.length > 0 ? html`<h3>Fix</h3><ul class="advice">${each.fixes.map(fix)}</ul>` : nothing}
    ${each.nextChecks.length > 0 ? html`<h3>Check</h3><ul class="advice">${each.nextChecks.map(check)}</ul>` : nothing}
    <details class="why"><summary>Why this rank</summary><ul>${reasons(each, state.diagnosis).map((reason) => html`<li>${reason}</li>`)}</ul></details>
    ${commentsOnHypothesis(each)}
    <div class="row foot">
      ${feedbackRow(each, state)}
      <button class="small" @click=${() => copy(markdownOf(each), "Copied as Markdown")}>Copy as Markdown</button>
      ${mayContribute() ? commentButton(each) : nothing}
    </div>
  `;
}

function lines(each) {
  if (each.citations.length === 0) return html`<p class="muted">No line is cited.</p>`;
  return html`<ul class="quotes">${each.citations.map((given, index) => {
    const lines = citationOf(given);
    return html`<li>${citation(given, { id: idOf(each.rank, index), rank: each.rank })}<code class="quote">${lines.quote}</code></li>`;
  })}</ul>`;
}

function against(each, { diagnosis }) {
  const points = doubts(each, diagnosis);
  return html`<div class="speaks"><h3>Speaks against it</h3>${points.length === 0
    ? html`<p class="muted">Nothing in these lines, as far as they were read.</p>`
    : html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`}</div>`;
}

function cited(each, state, most) {
  const shown = each.citations.slice(0, most);
  return html`${shown.map((given, index) => citation(given, { id: idOf(each.rank, index), rank: each.rank }))}
    ${each.citations.length > most ? html`<span class="muted">and ${each.citations.length - most} more</span>` : nothing}`;
}
