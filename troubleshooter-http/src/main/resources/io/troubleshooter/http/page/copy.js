// Copies text and says so, both to eyes and to screen readers.
import { html } from "./html.js";
import { update } from "./state.js";
import { announce } from "./announce.js";

let timer;

export async function copy(text, said = "Copied") {
  try {
    await navigator.clipboard.writeText(text);
    note(said);
  } catch {
    note("The browser does not let this page copy; select the text instead");
  }
}

/** Shows a short note at the foot of the page for some seconds. */
export function note(text, { action = null, millis = 4000 } = {}) {
  clearTimeout(timer);
  announce(text);
  update({ note: { text, action } });
  timer = setTimeout(() => update({ note: null }), millis);
}

export function copyButton(text, what = "command") {
  return html`<button class="small" @click=${() => copy(text)} aria-label="Copy the ${what}: ${text.slice(0, 80)}">copy</button>`;
}

export function renderNote({ note }) {
  return html`<div class="note" ?hidden=${!note}>
    <span>${note?.text ?? ""}</span>
    ${note?.action ? html`<button class="small" @click=${() => { update({ note: null }); note.action.run(); }}>${note.action.label}</button>` : ""}
  </div>`;
}

/** A command on its own line, with its copy button after it. */
export function command(text) {
  return html`<div class="command"><code>${text}</code>${copyButton(text)}</div>`;
}
