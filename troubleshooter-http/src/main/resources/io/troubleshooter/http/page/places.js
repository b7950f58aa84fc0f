// The address decides what is seen: a session, a list, a link that was shared.
import { mayBegin, state, update } from "./state.js";
import { address, place } from "./navigate.js";
import { openSession } from "./session.js";

const VIEWS = new Set(["sessions", "usage", "admin"]);

/** Shows what the address names, unless it is what is shown. */
export function arrive() {
  const { session, view } = place();
  if (state.share) return;
  if (session) {
    if (session !== state.session?.id || state.view !== "session") openSession(session);
  } else {
    update({ view: VIEWS.has(view) ? view : mayBegin() ? "empty" : "sessions", problem: null });
  }
}

/** Goes to a view of its own: "sessions", "usage", "admin", or "empty" for a new session. */
export function visit(wanted) {
  const view = wanted === "empty" && !mayBegin() ? "sessions" : wanted;
  address(view === "empty" ? {} : { view });
  update({ view, problem: null, selection: null, visits: state.visits + 1, ...(view === "empty" ? { session: null, diagnosis: null } : {}) });
  focusHeading();
}

export function visitSession(id) {
  address({ session: id });
  return openSession(id);
}

function focusHeading() {
  requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector("main h1")?.focus()));
}
