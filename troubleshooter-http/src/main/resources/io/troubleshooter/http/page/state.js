// All that the page shows is drawn from this one state. Whoever changes it says so with `update`; what is drawn follows in
// the next frame, once, however many changes there were.

/**
 * view       "empty" | "loading" | "session" | "sessions" | "login" | "admin" | "usage" | "problem"
 * visits     grows with each visit of a list, which is then read again
 * me         answer of GET /v1/me, or null
 * share      token of a read-only link, or null
 * session    Session of the API, or null; `sources` is session.sources
 * diagnosis  newest diagnosis (contract JSON) with `citedBy`, or null
 * revision   grows whenever evidence or diagnosis changed: then fetch again what you show of them
 * selection  null | {source, from, to, jump, via}: lines that were opened. `jump` grows with each jump: scroll once for
 *            each. `via` is null | {id, rank, words}: id of the element to go back to, hypothesis and the words they stand for
 * filters    levels: null (all) | "errors" | "warnings"; timeRange: null | {from, to} ISO times
 * pane       open: evidence pane is shown; source: its tab ("S1", "T1"); chosen: by the reader, not by what is cited first
 * region     which one is seen where only one fits: "report" | "evidence" | "ask"
 * tab        of the report: "report" | "runbook" | "groups" | "entities" | "questions"
 * tools      outputs that can be cited: [{id: "T1", name, asked, output, lines}]
 */
export const state = {
  view: "loading",
  visits: 0,
  me: null,
  share: null,
  session: null,
  sources: [],
  diagnosis: null,
  revision: 0,
  selection: null,
  filters: { levels: null, timeRange: null },
  pane: { open: true, source: null, chosen: false },
  region: "report",
  tab: "report",
  tools: [],
  questions: [],
  answering: null,
  newer: null,
  opened: {},
  comments: [],
  feedback: {},
  uploads: [],
  problem: null,
  online: navigator.onLine,
  theme: document.documentElement.dataset.theme ?? "system",
  keys: remembered("keys") !== "off",
};

const listeners = new Set();
let pending = false;

/** Calls `listener(state)` after changes, at most once a frame; gives the function that ends this. */
export function subscribe(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets fields of the state: `update({tab: "runbook"})`. Objects within are replaced, not merged. */
export function update(changes = {}) {
  Object.assign(state, changes);
  if (!pending) {
    pending = true;
    // Frames stand still in a tab that is not seen; an answer that formed there is drawn nevertheless.
    (document.hidden ? setTimeout : requestAnimationFrame)(flush);
  }
}

function flush() {
  pending = false;
  listeners.forEach((listener) => listener(state));
}

/** What this browser was told to keep, or null. */
export function remembered(name) {
  try {
    return localStorage.getItem("tst." + name);
  } catch {
    return null;
  }
}

/** Keeps a setting in this browser; null forgets it. Never evidence, never keys. */
export function remember(name, value) {
  try {
    if (value === null) {
      localStorage.removeItem("tst." + name);
    } else {
      localStorage.setItem("tst." + name, value);
    }
  } catch {
    // Storage is switched off: the setting lasts until the page is closed.
  }
}

export function setTheme(theme) {
  remember("theme", theme === "system" ? null : theme);
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
  update({ theme });
}

/** Whether the caller may add to the session that is shown. */
export function mayContribute() {
  return state.session?.right === "own" || state.session?.right === "contribute";
}

/** Whether the caller may begin sessions: viewers may not. */
export function mayBegin() {
  return !state.share && state.me !== null && state.me.role !== "viewer";
}

export function owns() {
  return state.session?.right === "own";
}
