// Region A: which session, who answers, what was redacted, share, export, theme, keys.
import { html, nothing } from "./html.js";
import { mayBegin, owns, setTheme } from "./state.js";
import { item, menu } from "./menu.js";
import { openDialog } from "./dialogs.js";
import { visit } from "./places.js";
import { exportItems } from "./export.js";
import { logout } from "./login.js";
import { producer } from "./words.js";

export function render(state) {
  return html`
    ${state.share
      ? html`<span class="brand">tst</span>`
      : html`<button class="brand" @click=${() => visit("empty")} aria-label="tst: new session">tst</button>
          ${mayBegin() ? html`<button class="wide" @click=${() => visit("empty")}>New</button>` : nothing}`}
    ${state.view === "session" ? sessionMenu(state) : nothing}
    ${state.share ? html`<span class="muted">shared with you, read only</span>` : nothing}
    ${state.online ? nothing : html`<span class="warn" role="alert">No network: what is loaded can still be read</span>`}
    <span class="space"></span>
    ${state.view === "session" ? ofSession(state) : nothing}
    ${menu("More", places(state), { name: "More: sessions, usage, theme, keys" })}
    <span class="widest">${menu("Theme", themes(state))}</span>
    <button class="widest" @click=${() => openDialog("keys")} aria-label="Keys">?</button>
  `;
}

function themes(state, prefix = "") {
  return ["system", "light", "dark"].map((theme) => item(prefix + theme, () => setTheme(theme), { pressed: String(state.theme === theme) }));
}

function sessionMenu(state) {
  const name = state.session.title || "session " + state.session.id.slice(0, 8);
  const label = html`<span class="title">${name}</span>`;
  return menu(label, html`
    ${owns() ? item("Rename", () => openDialog("rename")) : nothing}
    ${owns() ? item("Delete", () => openDialog("remove", { session: state.session })) : nothing}
    ${state.share ? nothing : item("All sessions", () => visit("sessions"))}
    ${item("About this session", () => openDialog("about"))}
  `, { name: "Session " + name, left: true });
}

function ofSession(state) {
  const redacted = state.diagnosis?.redaction?.total ?? state.session.redacted ?? 0;
  return html`
    <span class="muted wide">${producer(state.diagnosis)}</span>
    <button class="wide" @click=${() => openDialog("redactions")} aria-haspopup="dialog">${redacted.toLocaleString("en")} redacted</button>
    ${owns() ? html`<button class="wide" @click=${() => openDialog("share")} aria-haspopup="dialog">Share</button>` : nothing}
    ${menu("Export", exportItems(state))}
  `;
}

function places(state) {
  const here = state.view === "session";
  return html`
    ${state.share || !state.me ? nothing : html`
      ${mayBegin() ? item("New session", () => visit("empty")) : nothing}
      ${item("Sessions", () => visit("sessions"))}
      ${item("Usage and budget", () => visit("usage"))}
      ${state.me.role === "admin" ? item("Administration", () => visit("admin")) : nothing}
      ${state.me.means === "login" ? item("Log out " + state.me.user, logout) : nothing}`}
    ${here && owns() ? html`<div class="narrow">${item("Share", () => openDialog("share"))}</div>` : nothing}
    ${here ? item("What was redacted", () => openDialog("redactions")) : nothing}
    ${item("Keys", () => openDialog("keys"))}
    <div class="narrow">${themes(state, "theme: ")}</div>
  `;
}
