// What was redacted: kinds, counts, and lines as they were kept and sent.
import { html, nothing } from "./html.js";
import { get, inSession } from "./api.js";
import { citation } from "./citations.js";
import { loaded } from "./loaded.js";
import { problemBox } from "./problems.js";

const MOST = 6;

const redactions = loaded((state) => state.session.id + "/" + state.revision, () => get(inSession("/redactions")));

export function redactionsDialog(state) {
  const { value, problem } = redactions(state);
  const summary = value ?? { total: state.diagnosis?.redaction?.total ?? 0, byKind: state.diagnosis?.redaction?.byKind ?? {}, examples: [] };
  const kinds = Object.entries(summary.byKind).sort((a, b) => b[1] - a[1]);
  return html`
    <p>${summary.total === 0 ? "Nothing had to be redacted." : "These values were taken out before anything was stored or sent. The same value has the same name everywhere: <ip:3> is one host."}</p>
    ${kinds.length > 0 ? html`<table class="plain"><thead><tr><th scope="col">Kind</th><th scope="col" class="number">Values</th></tr></thead>
      <tbody>${kinds.map(([kind, count]) => html`<tr><td><code>${kind}</code></td><td class="number">${count.toLocaleString("en")}</td></tr>`)}</tbody></table>` : nothing}
    ${problem ? problemBox(problem) : nothing}
    ${summary.examples.length > 0 ? html`<h3>As it was kept</h3><ul class="quotes">${lines(summary.examples).map((example, index) => html`<li>
      ${citation(example.line, { id: "redacted-" + index })}<code class="quote">${example.text}</code></li>`)}</ul>` : nothing}
  `;
}

/** A line may be an example of several kinds. */
function lines(examples) {
  return [...new Map(examples.map((example) => [example.line, example])).values()].slice(0, MOST);
}
