// Views that take the whole page.
import { html } from "./html.js";

export function standalone(state) {
  return html`<main><h1 tabindex="-1">${state.view}</h1></main>`;
}
