// Kinds of events, the most telling first: how often, since when, and lines of each.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { Fetched } from "./fetched.js";
import { get, inSession } from "./api.js";
import { openLines, parseRef } from "./navigate.js";
import { findNow } from "./find.js";
import { sparkline } from "./sparkline.js";
import { count } from "./words.js";
import { clock } from "./clock.js";

const NEW_AFTER = 0.1;
const WORDS = { FATAL: "fatal", ERROR: "error", WARN: "warning" };
let level = "WARN";
let opened = null;
const fetched = new Fetched("/groups", () => ({ limit: 100, level: level ?? undefined }));

export function render(state) {
  const data = fetched.of(state);
  return html`<div class="groups">
    ${kinds()}
    ${fetched.failure("The error groups")}
    ${data ? list(data) : html`<p class="muted" aria-busy="true">reading groups</p>`}
  </div>`;
}

/** Tells how many there are of warnings and errors, for the tab. */
export function rendered(state) {
  const data = level === "WARN" ? fetched.of(state) : null;
  const groupCount = data ? data.next ? data.groups.length + "+" : data.groups.length : state.groupCount;
  if (groupCount !== state.groupCount) update({ groupCount });
}

function kinds() {
  const choice = (value, label) => html`<button class="small" aria-pressed=${level === value} @click=${() => ((level = value), update())}>${label}</button>`;
  return html`<div class="kinds" role="group" aria-label="Groups that are listed">
    ${choice("ERROR", "errors")} ${choice("WARN", "errors and warnings")} ${choice(null, "all")}
  </div>`;
}

function list(data) {
  if (data.groups.length === 0) return html`<p class="muted">No group of this level in these lines.</p>`;
  return html`<ol class="group-list">${data.groups.map((group) => item(group))}</ol>
    ${data.next ? html`<button class="small" @click=${() => more(data)}>more groups</button>` : nothing}`;
}

async function more(data) {
  const answer = await get(inSession("/groups"), { limit: 100, level: level ?? undefined, cursor: data.next });
  data.groups.push(...answer.groups);
  data.next = answer.next;
  update();
}

function item(group) {
  const open = opened === group.id;
  const toggle = () => ((opened = open ? null : group.id), update());
  return html`<li class="group" data-level=${group.level ?? nothing}>
    <button class="group-head" id="group-${group.id}" aria-expanded=${open} @click=${toggle}>
      <span class="group-level">${WORDS[group.level] ?? (group.level ?? "").toLowerCase()}</span>
      <span class="group-count">${group.count.toLocaleString("en")}×</span>
      <code class="group-text">${group.template}</code>
      <span class="group-when">${when(group)} ${marks(group)}</span>
      ${group.counts?.length > 1 ? sparkline(group.counts) : nothing}
    </button>
    ${open ? exemplars(group) : nothing}
  </li>`;
}

function when({ firstTime, lastTime, first, last }) {
  if (!firstTime) return first === last ? first : `${first} to ${last}`;
  return firstTime === lastTime ? clock(firstTime) : `${clock(firstTime)} to ${clock(lastTime)}`;
}

function marks({ burst, counts }) {
  const begins = counts?.findIndex((n) => n > 0) ?? 0;
  const isNew = counts?.length > 4 && begins / counts.length > NEW_AFTER;
  return html`${burst ? html`<b class="tag">burst</b>` : nothing}${isNew ? html` <b class="tag">new</b>` : nothing}`;
}

function exemplars(group) {
  const words = longestFixed(group.template);
  return html`<div class="group-more">
    <ul>${group.exemplars.map((each, i) => exemplar(group, each, i))}</ul>
    <div class="group-acts">
      ${words ? html`<button class="small" @click=${() => findAll(words)}>find all ${group.count.toLocaleString("en")} in the evidence</button>` : nothing}
      ${group.firstTime ? html`<button class="small" @click=${() => only(group)}>show only ${when(group)}</button>` : nothing}
    </div>
  </div>`;
}

function exemplar(group, { line, text }, i) {
  const lines = parseRef(line);
  const id = `group-${group.id}-${i}`;
  const open = () => openLines(lines, { id, rank: null, words: group.template });
  return html`<li><button class="ref" id=${id} aria-label="${line}: open these lines" @click=${open}>${line}</button> <code>${text.split("\n")[0]}</code></li>`;
}

/** What all lines of the group have in common, as far as one search can look for it. */
function longestFixed(template) {
  const parts = template.split("\n")[0].split(/<\*>|<[a-z][a-z0-9-]*:\d+>/);
  return parts.map((part) => part.trim()).sort((a, b) => b.length - a.length)[0].slice(0, 200);
}

function findAll(words) {
  update({ pane: { ...state.pane, open: true }, region: "evidence" });
  findNow(words);
}

function only({ firstTime, lastTime }) {
  update({ filters: { ...state.filters, timeRange: { from: firstTime, to: lastTime } }, pane: { ...state.pane, open: true }, region: "evidence" });
}
