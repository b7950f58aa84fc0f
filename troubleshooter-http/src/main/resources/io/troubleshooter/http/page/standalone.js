// Views that take the whole page: beginning, waiting, lists, and what went wrong.
import { html } from "./html.js";
import { state } from "./state.js";
import { emptyView } from "./empty.js";
import { loginView } from "./login.js";
import { sessionsView } from "./sessions.js";
import { usageView } from "./usage.js";
import { adminView } from "./admin.js";
import { problemBox } from "./problems.js";
import { visit } from "./places.js";
import { start } from "./session.js";

const VIEWS = {
  empty: emptyView,
  login: loginView,
  sessions: sessionsView,
  usage: usageView,
  admin: adminView,
  problem: problemView,
};

export function standalone(now) {
  return (VIEWS[now.view] ?? loadingView)(now);
}

function loadingView() {
  return html`<main class="narrow"><h1 tabindex="-1">Loading the session</h1><p class="muted">Reading what is kept of it.</p></main>`;
}

function problemView({ problem }) {
  const gone = [404, 410].includes(problem?.status) || (state.share && [401, 403].includes(problem?.status));
  return html`<main class="narrow">
    <h1 tabindex="-1">${gone ? (state.share ? "This link does not work any more" : "There is no such session") : "The page cannot be shown"}</h1>
    ${problem && !(gone && state.share) ? problemBox(problem, { retry: gone ? null : start }) : ""}
    ${gone ? html`<p>${state.share ? "It has expired or was taken back. Ask whoever gave it to you for a new one." : "It may have been deleted, its time may be over, or it belongs to somebody else."}</p>` : ""}
    ${state.share ? "" : html`<p class="row"><button @click=${() => visit("empty")}>New session</button><button @click=${() => visit("sessions")}>Sessions</button></p>`}
  </main>`;
}
