// One hidden place from which screen readers hear of stages, and nothing else: a text that streams is not read out.
import { html } from "./html.js";
import { update, state } from "./state.js";

/** Says a short sentence such as "3 hypotheses, offline". */
export function announce(text) {
  update({ said: text === state.said ? text + "\u00a0" : text });
}

export function render(state) {
  return html`<div id="status" class="unseen" role="status">${state.said ?? ""}</div>`;
}
