// When it happened: bars of errors and warnings over time, what happened between them, and a range that can be chosen.
import { html, nothing } from "./html.js";
import { Fetched } from "./fetched.js";
import { bins, firstError, marksIn, sameDay } from "./bins.js";
import { chart, placeMarks } from "./chart.js";
import { table } from "./timetable.js";
import { choose, chosen } from "./brush.js";
import { clockOn } from "./clock.js";
import { levelFilter } from "./pane.js";

const fetched = new Fetched("/timeline");
let seen = null;
let all = [];

export function render(state) {
  if (!state.session || state.sources.length === 0) return nothing;
  const data = fetched.of(state);
  if (data !== seen) {
    seen = data;
    all = data ? bins(data) : [];
  }
  return html`<div class="timeline">
    ${fetched.failure("The timeline")}
    ${all.length > 1 ? drawn(state, data) : html`<p class="muted no-times">${data ? "No times found in these lines" : ""}</p>${levelFilter(state, "in-timeline")}`}
  </div>`;
}

function drawn(state, data) {
  const days = !sameDay(all);
  const range = chosen(all, state.filters.timeRange);
  const marks = marksIn(data, all);
  return html`
    <span class="time-end" aria-hidden="true">${clockOn(all[0].start, days)}</span>
    ${chart(all, { range, marks, first: firstError(all), days })}
    <span class="time-end" aria-hidden="true">${clockOn(all[all.length - 1].end, days)}</span>
    ${clear(range, days)}
    ${levelFilter(state, "in-timeline")}
    ${table(all, marks, days)}`;
}

/** Keeps its place while there is nothing to clear: the bars are not to move under the hand that drags. */
function clear(range, days) {
  const words = range ? `${clockOn(all[range.from].start, days)} to ${clockOn(all[range.to].end, days)}` : "";
  return html`<button class="small clear-range" ?disabled=${!range} title=${words} aria-label="Clear the range ${words}" @click=${() => choose(all, null)}>clear</button>`;
}

export function rendered() {
  placeMarks();
}
