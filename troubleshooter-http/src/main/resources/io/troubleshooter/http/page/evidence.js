// The evidence: the log of one source at a time, and all that leads into it and out of it. Follows the state: which source,
// which lines are chosen, what is filtered, what is cited. Scrolls once for each jump, and never by itself.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { clearFind, find as finding, listenForFinds } from "./find.js";
import { gapsOf } from "./folds.js";
import { shownRanges } from "./filters.js";
import { exactTime } from "./edges.js";
import { light, lightUp } from "./highlights.js";
import { RemoteLines, ToolLines } from "./lines.js";
import { LogView } from "./logview.js";
import { listenForChoice, listenForCopies } from "./selecting.js";
import { listenForPlaceholders } from "./placeholders.js";
import { keepHeight } from "./paneheight.js";
import { citedIn, footer } from "./chosen.js";
import { find, head, openSource, toolbar, wraps } from "./pane.js";
import { findNow } from "./find.js";
import { sourceName } from "./citations.js";

const view = new LogView({ filled: light, part: () => update() });
const tops = new Map();
const now = { key: null, filters: null, diagnosis: null, selection: null, jump: 0, going: false, find: "", wrap: null, shown: null, problem: null };
let goal = null;
let loading = null;

const choice = listenForChoice(view, () => state.pane.source, (from, to) => view.open(from, to));
listenForCopies(view);
listenForPlaceholders(view.element, (text) => findNow(text));
listenForFinds({ show: showHit, stand: () => ({ source: state.pane.source, line: state.selection?.from ?? view.topLine() ?? 1 }) });

export function render(state) {
  if (!state.session) return nothing;
  return html`
    ${head(state)}
    <div id="evidence-panel" class="panel" role="tabpanel" aria-labelledby="tab-${state.pane.source}">
      ${find(view)}
      ${toolbar(view, now.shown)}
      ${now.problem ? failure() : nothing}
      ${view.element}
      ${footer(state, view.shown?.lines ?? null)}
    </div>`;
}

function failure() {
  return html`<p class="problem" role="alert">The lines could not be read: ${now.problem.message}
    ${now.problem.requestId ? html`<span class="muted">Request ${now.problem.requestId}</span>` : nothing}
    <button class="small" @click=${() => ((now.key = null), update())}>Retry</button></p>`;
}

/** After each drawing: what the log shows follows the state. */
export function rendered(state) {
  const source = state.pane.source;
  if (!state.session || !source) return leave();
  keepHeight();
  const key = state.session.id + "/" + source;
  if (key !== now.key) {
    open(key, source);
  }
  follow(state, source);
}

function leave() {
  if (now.key === null) return;
  loading?.abort();
  Object.assign(now, { key: null, shown: null });
  tops.clear();
  view.clear();
  clearFind();
}

/** Opens a source: its outline first, lines as they are needed. */
async function open(key, source) {
  keepPlace();
  loading?.abort();
  const load = (loading = new AbortController());
  Object.assign(now, { key, shown: null, problem: null });
  view.clear();
  const tool = state.tools.find(({ id }) => id === source);
  const lines = tool ? new ToolLines(tool) : new RemoteLines(state.session.id, source);
  try {
    const outline = await lines.outline(load.signal);
    if (load.signal.aborted) return;
    show(lines, outline);
  } catch (problem) {
    if (load.signal.aborted) return;
    now.problem = problem;
  }
  update();
}

function keepPlace() {
  const line = view.shown ? view.topLine() : null;
  if (line !== null) tops.set(view.shown.lines.source, line);
}

function show(lines, outline) {
  const { source } = lines;
  const cited = citedIn(state.diagnosis, source);
  view.element.setAttribute("aria-label", `Lines of ${source} ${sourceName(source)}`);
  view.show({ lines, outline, cited, gaps: gapsFor(outline, cited) });
  Object.assign(now, { filters: state.filters, diagnosis: state.diagnosis, selection: null });
  goal ??= { line: tops.get(source) ?? cited[0]?.from, source, block: tops.has(source) ? "start" : "center" };
  narrow(lines, outline);
}

function gapsFor(outline, cited, times = null) {
  const { levels, timeRange } = state.filters;
  const range = timeRange && { from: Date.parse(timeRange.from), to: Date.parse(timeRange.to) };
  const shown = shownRanges(outline, levels, range, times);
  now.shown = shown && { shown: shown.reduce((sum, [from, to]) => sum + to - from + 1, 0), total: outline.total };
  return gapsOf(outline.folds, cited, outline.total, shown);
}

/** The outline knows only some times: where a time filter begins and ends exactly, the lines there tell. */
async function narrow(lines, outline) {
  const { timeRange } = state.filters;
  if (!timeRange || outline.times.length === 0) return;
  const exact = await exactTime(lines, outline, timeRange).catch(() => null);
  if (exact && view.shown?.lines === lines && state.filters.timeRange === timeRange) {
    const { cited } = view.shown;
    view.show({ lines, outline, cited, gaps: gapsFor(outline, cited, exact) });
    now.selection = null;
    update();
  }
}

function follow(state, source) {
  if (now.wrap !== wraps()) {
    now.wrap = wraps();
    view.element.classList.toggle("wraps", now.wrap);
    view.forgetHeights();
  }
  if (!view.shown || view.shown.lines.source !== source) return takeJump(state);
  followFilters(state);
  if (now.diagnosis !== state.diagnosis) {
    now.diagnosis = state.diagnosis;
    view.cite(citedIn(state.diagnosis, source));
  }
  if (now.selection !== state.selection) {
    now.selection = state.selection;
    view.select(state.selection?.source === source ? state.selection : null);
  }
  followFind();
  takeJump(state);
  reach(source);
}

function followFilters({ filters }) {
  if (now.filters === filters) return;
  now.filters = filters;
  now.selection = null;
  const { lines, outline, cited } = view.shown;
  view.show({ lines, outline, cited, gaps: gapsFor(outline, cited) });
  narrow(lines, outline);
  update();
}

function followFind() {
  const looked = (finding.regex ? "r" : "l") + finding.query;
  if (now.find !== looked) {
    now.find = looked;
    lightUp(finding.query, finding.regex, view.seen());
  }
}

function takeJump({ selection }) {
  if (selection && selection.jump !== now.jump) {
    now.jump = selection.jump;
    now.going = true;
    goal = { source: selection.source, line: selection.from, to: selection.to, focus: true };
    choice.startAt(selection.from);
  } else if (!selection && now.going) {
    now.going = false;
    // Whoever went back before the lines were there keeps the focus where it is now.
    goal = goal?.focus ? null : goal;
    view.stay();
  }
}

/** Goes where a citation, a hit or the last visit of this source points, once. */
function reach(source) {
  // A pane that is not seen has no places yet: the jump waits until it is.
  if (goal?.source !== source || view.element.clientHeight === 0) return;
  const { line, ...options } = goal;
  goal = null;
  if (line) view.jump(line, options);
}

function showHit(hit) {
  if (!hit) return view.markHit(0);
  goal = { source: hit.source, line: hit.line, hit: true };
  openSource(hit.source);
}
