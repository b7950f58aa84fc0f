// Choosing a range of bars: by dragging, by a click on one, or by arrow keys on its two ends. It filters the evidence,
// never the report.
import { state, update } from "./state.js";
import { binOf } from "./bins.js";

/** The chosen bars { from, to }, or null. */
export function chosen(all, range) {
  return range && { from: binOf(all, Date.parse(range.from)), to: binOf(all, Date.parse(range.to)) };
}

/** Chooses these bars; all of them, or null, is no choice. */
export function choose(all, range) {
  const every = !range || (range.from === 0 && range.to === all.length - 1);
  const timeRange = every
    ? null
    : { from: new Date(all[range.from].start).toISOString(), to: new Date(all[range.to].end - 1).toISOString() };
  update({ filters: { ...state.filters, timeRange } });
}

/** Begins to drag on the chart, or one of the ends. draw(range) shows what would be chosen. */
export function drag(event, all, range, draw) {
  if (event.button !== 0) return;
  const chart = event.currentTarget;
  const end = event.target.dataset?.end;
  const at = (x) => barAt(chart, x, all.length);
  const anchor = end === "from" ? (range?.to ?? all.length - 1) : end === "to" ? (range?.from ?? 0) : at(event.clientX);
  const between = (x) => ({ from: Math.min(anchor, at(x)), to: Math.max(anchor, at(x)) });
  chart.setPointerCapture(event.pointerId);
  chart.onpointermove = (moved) => draw(between(moved.clientX));
  chart.onpointerup = chart.onpointercancel = (moved) => {
    chart.onpointermove = chart.onpointerup = chart.onpointercancel = null;
    draw(null);
    if (moved.type === "pointerup") choose(all, between(moved.clientX));
  };
}

function barAt(chart, x, bars) {
  const box = chart.getBoundingClientRect();
  return Math.max(0, Math.min(bars - 1, Math.floor(((x - box.left) / box.width) * bars)));
}

const STEPS = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10, Home: -1000, End: 1000 };

/** Moves an end ("from" or "to") of the range by keys. */
export function press(event, all, end) {
  const step = STEPS[event.key];
  if (!step) return;
  event.preventDefault();
  const now = chosen(all, state.filters.timeRange) ?? { from: 0, to: all.length - 1 };
  const least = end === "from" ? 0 : now.from;
  const most = end === "from" ? now.to : all.length - 1;
  choose(all, { ...now, [end]: Math.max(least, Math.min(most, now[end] + step)) });
}
