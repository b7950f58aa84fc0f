// Fixes and checks. Risk and undo come before the button that copies the command; there is none that runs it.
import { html, nothing } from "./html.js";
import { command } from "./copy.js";

const RISK = { low: "ok", medium: "warn", high: "error" };

export function fix({ action, command: line, risk, rollback }) {
  return html`<li>
    <p>${action}</p>
    <p class="risk"><span class=${RISK[risk] ?? ""}>risk ${risk}</span> <span class="muted">undo: ${rollback || "none"}</span></p>
    ${line ? command(line) : nothing}
  </li>`;
}

export function check({ check: what, command: line, expect, then }) {
  return html`<li>
    <p>${what}</p>
    ${line ? command(line) : nothing}
    ${expect ? html`<p class="muted">expect: ${expect}</p>` : nothing}
    ${then ? html`<p class="muted">then: ${then}</p>` : nothing}
  </li>`;
}
