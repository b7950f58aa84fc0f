// The list of keys, and the switch for them.
import { html } from "./html.js";
import { KEYS, switchKeys } from "./keys.js";

export function keysHelp(state) {
  return html`
    <table class="plain"><caption class="unseen">Keys and what they do</caption>
      <tbody>${KEYS.map(([key, does]) => html`<tr><th scope="row"><kbd>${key}</kbd></th><td>${does}</td></tr>`)}</tbody>
    </table>
    <p><label class="check"><input type="checkbox" .checked=${state.keys} @change=${(event) => switchKeys(event.target.checked)}> Single keys are on (never inside fields)</label></p>
  `;
}
