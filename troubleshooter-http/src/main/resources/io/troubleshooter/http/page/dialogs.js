// The one dialog of the page, with what was asked for in it, and the small things that float above all.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { placeCard, renderCard } from "./citations.js";
import { renderNote } from "./copy.js";
import { DIALOGS } from "./dialoglist.js";

/** name: a key of DIALOGS; what: what it is about, and `left()` for when it closes. The focus returns to where it was when it closes. */
export function openDialog(name, what = {}) {
  update({ dialog: { name, what, opener: document.activeElement } });
}

export function closeDialog() {
  document.getElementById("dialog")?.close();
}

function closed() {
  const opener = state.dialog?.opener;
  state.dialog?.what.left?.();
  update({ dialog: null });
  requestAnimationFrame(() => opener?.isConnected && opener.focus());
}

export function render(state) {
  const known = state.dialog && DIALOGS[state.dialog.name];
  return html`
    <dialog id="dialog" aria-labelledby="dialog-title" @close=${closed} @click=${(event) => event.target.id === "dialog" && closeDialog()}>
      ${known ? html`
        <div class="dialog">
          <header><h2 id="dialog-title" tabindex="-1">${known.title}</h2><button class="small" @click=${closeDialog} aria-label="Close">close</button></header>
          ${known.render(state, state.dialog.what)}
        </div>` : nothing}
    </dialog>
    ${renderCard(state)}
    ${renderNote(state)}
  `;
}

export function rendered(state) {
  const dialog = document.getElementById("dialog");
  if (state.dialog && !dialog.open) dialog.showModal();
  placeCard(state);
}
