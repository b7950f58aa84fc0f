// Where the reader stands: the session is in the address, the lines are in its hash (#S2:1184-1186), so that the
// browser's Back works and an address can be given to others.
import { state, update } from "./state.js";

const LINES = /^#?([ST]\d{1,6}):(\d{1,10})(?:-(\d{1,10}))?$/;

let jumps = 0;

/** {source, from, to} of "S2:1184-1186", with or without the hash sign; null if it is none. */
export function parseRef(text) {
  const match = LINES.exec(text);
  if (!match) return null;
  const from = Number(match[2]);
  const to = Number(match[3] ?? match[2]);
  return { source: match[1], from: Math.min(from, to), to: Math.max(from, to) };
}

export function refText({ source, from, to }) {
  return source + ":" + from + (to > from ? "-" + to : "");
}

/** Opens the evidence at these lines and lights them up. via: {id, rank, words} to come back to. */
export function openLines(lines, via = null) {
  const known = history.state ?? {};
  history.pushState({ ...known, via, inside: true }, "", "#" + refText(lines));
  select(lines, via);
}

/** Marks lines without scrolling to them: a click on a line number. */
export function markLines(lines) {
  history.replaceState({ ...(history.state ?? {}), via: null }, "", "#" + refText(lines));
  update({ selection: { ...lines, jump: state.selection?.jump ?? jumps, via: null } });
}

function select(lines, via) {
  update({
    selection: { ...lines, jump: ++jumps, via },
    pane: { open: true, source: lines.source, chosen: true },
    region: "evidence",
  });
}

/** Back to the hypothesis, question or group that led here; the focus goes to the very link. */
export function goBack() {
  const id = state.selection?.via?.id;
  leaveLines();
  focusSoon(id);
}

function leaveLines() {
  history.replaceState({ ...(history.state ?? {}), via: null }, "", location.pathname + location.search);
  update({ selection: null, region: "report" });
}

/** Moves the focus once what is to be focused has been drawn. */
export function focusSoon(id, otherwise = "report") {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const element = (id && document.getElementById(id)) || document.getElementById(otherwise);
      element?.focus();
      element?.scrollIntoView({ block: "nearest" });
    }),
  );
}

/** The address of lines of this session, to give to others who may see it. */
export function linkTo(lines) {
  return location.origin + location.pathname + location.search + "#" + refText(lines);
}

/** What the address asks for: {share, session, view}. */
export function place() {
  const query = new URLSearchParams(location.search);
  const share = /^\/s\/([^/]+)$/.exec(location.pathname);
  return { share: share ? share[1] : null, session: query.get("s"), view: query.get("view") };
}

/** Puts a session ("?s=ID"), a view ("?view=sessions") or neither into the address. */
export function address({ session, view } = {}, { replace = false } = {}) {
  if (state.share) return;
  const query = session ? "?s=" + encodeURIComponent(session) : view ? "?view=" + view : "";
  history[replace ? "replaceState" : "pushState"]({}, "", "/" + query);
}

/** Follows the address: `arrive` is called when it names another session or view. */
export function follow(arrive) {
  window.addEventListener("popstate", (event) => {
    const lines = parseRef(location.hash);
    if (lines) {
      select(lines, event.state?.via ?? null);
    } else if (state.selection) {
      const id = state.selection.via?.id;
      update({ selection: null, region: "report" });
      focusSoon(id);
    }
    arrive();
  });
}

/** Lights up the lines that the address names, when a session has just been loaded. */
export function openFromAddress() {
  const lines = parseRef(location.hash);
  if (lines) select(lines, history.state?.via ?? null);
}
