// What stands around the log: tabs of the sources, find, what is filtered, parts of a very long log.
import { html, nothing } from "./html.js";
import { remember, remembered, state, update } from "./state.js";
import { goBack } from "./navigate.js";
import { findBar } from "./findbar.js";
import { count } from "./words.js";
import { clock } from "./clock.js";

/** Where one region is seen at a time, each has the heading of the page. */
const ALONE = matchMedia("(max-width: 759px)");
const WRAPS = matchMedia("(max-width: 899px)");

/** Whether lines wrap: as was chosen last, else only where there is little room. */
export function wraps() {
  const chosen = remembered("wrap");
  return chosen === null ? WRAPS.matches : chosen === "on";
}

/** Tabs, one for each source and each tool output that can be cited. */
export function tabs({ sources, tools, pane }) {
  const all = [...sources.map(({ id, name }) => ({ id, name })), ...tools.map(({ id, name }) => ({ id, name }))];
  return html`<div class="source-tabs" role="tablist" aria-label="Sources" @keydown=${moveTab}>
    ${all.map(({ id, name }) => html`<button role="tab" id="tab-${id}" aria-controls="evidence-panel" aria-selected=${id === pane.source}
      tabindex=${id === pane.source ? 0 : -1} data-source=${id} title=${name} @click=${() => openSource(id)}><b>${id}</b> ${name}</button>`)}
  </div>`;
}

export function openSource(id) {
  update({ pane: { open: true, source: id, chosen: true } });
}

function moveTab(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1, Home: -Infinity, End: Infinity }[event.key];
  if (!step) return;
  event.preventDefault();
  const all = [...event.currentTarget.children];
  const at = all.indexOf(event.target.closest("[role=tab]"));
  const next = all[step === -Infinity ? 0 : step === Infinity ? all.length - 1 : (at + step + all.length) % all.length];
  openSource(next.dataset.source);
  next.focus();
}

export function head(state) {
  const via = state.selection?.via;
  return html`<div class="pane-head">
    ${via ? html`<button class="back-phone" @click=${goBack}>&lt; ${via.rank ? `Back to [${via.rank}]` : "Back"}</button>` : nothing}
    ${ALONE.matches ? html`<h1 class="unseen">Evidence</h1>` : html`<h2 class="unseen">Evidence</h2>`}
    ${tabs(state)}
    <button class="icon close-pane" aria-label="Close the evidence" title="Close" @click=${close}>×</button>
  </div>`;
}

function close() {
  update({ pane: { ...state.pane, open: false }, region: "report" });
}

/** Below the find box: the level filter where the timeline is not seen, and what is filtered. */
export function toolbar(view, filtered) {
  return html`<div class="tools">
    ${levelFilter(state, "in-pane")}
    ${filtered ? filterNote(filtered) : nothing}
  </div>
  ${parts(view)}`;
}

function switchWrap() {
  remember("wrap", wraps() ? "off" : "on");
  update();
}

const LEVELS = [[null, "all"], ["warnings", "warnings"], ["errors", "errors"]];

/** Errors, warnings (and errors), or all lines. */
export function levelFilter({ filters }, place) {
  return html`<div class="levels ${place}" role="group" aria-label="Levels that the evidence shows">
    ${LEVELS.map(([level, label]) => html`<button class="small" aria-pressed=${filters.levels === level}
      @click=${() => update({ filters: { ...filters, levels: level } })}>${label}</button>`)}
  </div>`;
}

function filterNote({ shown, total }) {
  const { levels, timeRange } = state.filters;
  const what = [levels === "errors" ? "errors" : levels ? "warnings and errors" : "", timeRange ? `${clock(timeRange.from)} to ${clock(timeRange.to)}` : ""];
  return html`<span class="filter-note">${what.filter(Boolean).join(", ")}: ${shown.toLocaleString("en")} of ${count(total, "line")}
    <button class="small" @click=${() => update({ filters: { levels: null, timeRange: null } })}>show all lines</button></span>`;
}

/** A log of very many lines is shown in parts, since browsers limit the height of what they show. */
function parts(view) {
  if (view.part.of < 2) return nothing;
  const { number, of, first, last } = view.part;
  const go = (to) => () => view.openPart(to);
  return html`<div class="parts" role="group" aria-label="Parts of this source">
    <button class="small" ?disabled=${number === 0} @click=${go(number - 1)}>previous part</button>
    <span>lines ${first.toLocaleString("en")} to ${last.toLocaleString("en")}, part ${number + 1} of ${of}</span>
    <button class="small" ?disabled=${number === of - 1} @click=${go(number + 1)}>next part</button>
  </div>`;
}

export function find(view) {
  const total = state.sources.reduce((sum, source) => sum + source.lines, 0);
  return findBar(total, view.whole, html`<button class="small" aria-pressed=${wraps()} @click=${switchWrap}>wrap</button>`);
}
