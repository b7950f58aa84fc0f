// Menus: a summary that opens items. Esc and a click elsewhere close them.
import { html } from "./html.js";

export function menu(label, items, { name = null, left = false } = {}) {
  return html`<details class="menu ${left ? "left" : ""}" @toggle=${opened} @keydown=${keys}>
    <summary aria-label=${name ?? label}>${label}</summary>
    <div class="items" @click=${close}>${items}</div>
  </details>`;
}

export function item(label, act, { pressed } = {}) {
  return pressed === undefined
    ? html`<button @click=${act}>${label}</button>`
    : html`<button aria-pressed=${pressed} @click=${act}>${label}</button>`;
}

function opened(event) {
  if (event.currentTarget.open) {
    document.querySelectorAll("details.menu[open]").forEach((other) => {
      if (other !== event.currentTarget) other.open = false;
    });
  }
}

function close(event) {
  if (event.target.closest("button")) event.currentTarget.parentElement.open = false;
}

function keys(event) {
  const details = event.currentTarget;
  if (event.key === "Escape" && details.open) {
    event.preventDefault();
    details.open = false;
    details.querySelector("summary").focus();
  }
}

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((each) => {
    if (!each.contains(event.target)) each.open = false;
  });
});
