// The steps in the order to take them; what is ticked off is remembered while the page is open.
import { html, nothing } from "./html.js";
import { update } from "./state.js";
import { command } from "./copy.js";

const RISK = /^risk (low|medium|high)/;

export function runbook({ diagnosis, ticked = {} }) {
  if (!diagnosis || diagnosis.runbook.length === 0) return html`<p class="muted">There is no step to take.</p>`;
  return html`<ol class="runbook">${diagnosis.runbook.map((step) => html`<li class=${ticked[step.step] ? "ticked" : ""}>
    <label class="check"><input type="checkbox" .checked=${Boolean(ticked[step.step])} @change=${(event) => update({ ticked: { ...ticked, [step.step]: event.target.checked } })}>
      <span>${step.action}</span></label>
    <p class="muted">${why(step.why)}</p>
    ${step.command ? command(step.command) : nothing}
  </li>`)}</ol>
  <p class="muted">Nothing here is run for you: copy a command, look at it, run it yourself.</p>`;
}

function why(text) {
  const risk = RISK.exec(text);
  if (!risk) return text;
  const kind = { low: "ok", medium: "warn", high: "error" }[risk[1]];
  return html`<span class=${kind}>${risk[0]}</span>${text.slice(risk[0].length)}`;
}
