// The drawing of the timeline: a bar up for errors and down for warnings, marks, and the range with its two ends.
import { html, nothing, svg } from "./html.js";
import { update } from "./state.js";
import { drag, press } from "./brush.js";
import { clockOn } from "./clock.js";
import { count } from "./words.js";

const HALF = 20;
let drafted = null;

/** @param shown { range, marks, first, days } */
export function chart(all, { range, marks, first, days }) {
  const draw = (draft) => ((drafted = draft), update());
  const now = drafted ?? range;
  return html`<div class="chart" @pointerdown=${(event) => drag(event, all, range, draw)}>
    <svg viewBox="0 0 ${all.length * 10} ${HALF * 2 + 2}" preserveAspectRatio="none" role="img" aria-label=${summary(all, first, days)}>
      ${bars(all)}
      ${now ? shades(all.length, now) : nothing}
    </svg>
    ${marks.map((mark) => html`<span class="mark ${mark.kind}" data-at=${mark.at} title="${clockOn(mark.time, days)} ${mark.name}" aria-hidden="true">${mark.sign}</span>`)}
    ${end("from", "Shown from", all, now, days)}
    ${end("to", "Shown until", all, now, days)}
  </div>`;
}

function summary(all, first, days) {
  const errors = all.reduce((sum, bar) => sum + bar.errors, 0);
  const warnings = all.reduce((sum, bar) => sum + bar.warnings, 0);
  const begun = first < 0 ? "" : `, the first error at ${clockOn(all[first].start, days)}`;
  return `${count(errors, "error")} and ${count(warnings, "warning")} from ${clockOn(all[0].start, days)} to ${clockOn(all[all.length - 1].end, days)}${begun}`;
}

function bars(all) {
  const most = Math.max(1, ...all.map(({ errors, warnings }) => Math.max(errors, warnings)));
  const height = (n) => (n === 0 ? 0 : Math.max(2, (n / most) * HALF));
  return all.map((bar, i) => svg`
    <rect class="bar-any" x=${i * 10 + 1} width="8" y=${HALF} height=${bar.total > 0 ? 2 : 0}></rect>
    <rect class="bar-error" x=${i * 10 + 1} width="8" y=${HALF - height(bar.errors)} height=${height(bar.errors)}></rect>
    <rect class="bar-warn" x=${i * 10 + 1} width="8" y=${HALF + 2} height=${height(bar.warnings)}></rect>`);
}

/** What lies outside of the range stands back. */
function shades(bars, { from, to }) {
  return svg`
    <rect class="shade" x="0" y="0" width=${from * 10} height=${HALF * 2 + 2}></rect>
    <rect class="shade" x=${(to + 1) * 10} y="0" width=${(bars - to - 1) * 10} height=${HALF * 2 + 2}></rect>`;
}

function end(name, label, all, now, days) {
  const index = now?.[name] ?? (name === "from" ? 0 : all.length - 1);
  const time = name === "from" ? all[index].start : all[index].end;
  const at = ((name === "from" ? index : index + 1) / all.length) * 100;
  return html`<div class="range-end ${name}" role="slider" tabindex="0" data-end=${name} data-at=${at} aria-label=${label}
    aria-valuemin="0" aria-valuemax=${all.length - 1} aria-valuenow=${index} aria-valuetext=${clockOn(time, days)}
    @keydown=${(event) => press(event, all, name)}></div>`;
}

/** Positions are set by script, since the policy of the page allows no inline styles. */
export function placeMarks() {
  document.querySelectorAll("#timeline [data-at]").forEach((element) => {
    element.style.left = element.dataset.at + "%";
  });
}
