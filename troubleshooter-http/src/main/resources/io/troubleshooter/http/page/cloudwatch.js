// Evidence from CloudWatch Logs: which group and time, what was wrong with that, what was cut and what it cost.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { Problem, get } from "./api.js";
import { closeDialog, openDialog } from "./dialogs.js";
import { addLogs } from "./intake.js";
import { problemBox } from "./problems.js";
import { count, dollars } from "./words.js";

const POINTER = "/cloudwatch/";
const SETTLE_MILLIS = 250;

let now = fresh();
let timer;

function fresh() {
  return { groups: [], more: false, abort: null, problem: null, added: null };
}

/** Opens the form; nothing where the service may read no groups. */
export function logsButton({ me }) {
  if (!me?.features?.includes("cloudwatch")) return nothing;
  return html`<button type="button" aria-haspopup="dialog" @click=${open}>CloudWatch</button>`;
}

function open() {
  now = fresh();
  openDialog("cloudwatch", { left });
  suggest("");
}

/** Whoever closes the form waits no longer: the service stops what it had begun. */
function left() {
  now.abort?.abort();
}

async function suggest(match) {
  const mine = now;
  try {
    Object.assign(mine, await get("/v1/cloudwatch/groups", { match }, { once: true }));
  } catch {
    // Names can be typed without being offered.
  }
  update();
}

function typed(event) {
  const match = event.target.value.trim();
  clearTimeout(timer);
  if (now.more) timer = setTimeout(() => suggest(match), SETTLE_MILLIS);
}

export function logsDialog() {
  return now.added ? done(now.added) : form();
}

function form() {
  const busy = Boolean(now.abort);
  const elsewhere = now.problem && !fieldOf(now.problem);
  return html`<form class="fields" @submit=${submit} autocomplete="off">
    ${elsewhere ? problemBox(now.problem) : nothing}
    ${field("group", "Log group", { list: "log-groups", holds: "/aws/lambda/checkout", input: typed })}
    <datalist id="log-groups">${now.groups.map((name) => html`<option value=${name}></option>`)}</datalist>
    <div class="pairs">
      ${field("from", "From", { value: "1h ago" })}
      ${field("to", "To", { value: "now" })}
    </div>
    <p class="muted" id="logs-times">Times are like 30m ago, yesterday 14:00 (UTC) or 2026-11-20T09:43Z.</p>
    ${field("filter", "Filter pattern, if not everything", { needed: false, holds: "?ERROR ?Exception" })}
    <p class="row spread">
      <span class="muted" role="status">${busy ? "Fetching and redacting ..." : "Redacted before it is stored."}</span>
      <span class="row">
        <button type="button" @click=${closeDialog}>Cancel</button>
        <button class="primary" ?disabled=${busy}>Fetch logs</button>
      </span>
    </p>
  </form>`;
}

function field(name, label, { value = "", list = nothing, holds = nothing, needed = true, input = nothing } = {}) {
  const wrong = fieldOf(now.problem) === name ? now.problem.message : null;
  const told = [wrong ? `logs-${name}-wrong` : "", name === "from" || name === "to" ? "logs-times" : ""].join(" ").trim();
  return html`<div>
    <label for="logs-${name}">${label}</label>
    <input id="logs-${name}" name=${name} type="text" class="whole" value=${value} list=${list} placeholder=${holds} spellcheck="false"
      ?required=${needed} ?autofocus=${name === "group"} aria-invalid=${wrong ? "true" : nothing} aria-describedby=${told || nothing} @input=${input}>
    ${wrong ? html`<p class="error" id="logs-${name}-wrong">${wrong}</p>` : nothing}
  </div>`;
}

/** The field that a problem is about, or null. */
function fieldOf(problem) {
  const pointer = problem?.errors.map((each) => each.pointer).find((each) => each?.startsWith(POINTER));
  const name = pointer?.slice(POINTER.length);
  return ["group", "from", "to", "filter"].includes(name) ? name : null;
}

async function submit(event) {
  event.preventDefault();
  if (now.abort) return;
  const mine = now;
  const asked = Object.fromEntries([...new FormData(event.target)].map(([name, value]) => [name, value.trim()]).filter(([, value]) => value));
  Object.assign(mine, { abort: new AbortController(), problem: null });
  update();
  try {
    mine.added = await addLogs(asked, mine.abort.signal);
  } catch (failed) {
    if (mine.abort.signal.aborted) return;
    mine.problem = failed instanceof Problem ? failed : new Problem({});
  } finally {
    mine.abort = null;
  }
  if (mine === now && state.dialog?.name === "cloudwatch") told(mine);
}

/** What is to be read stays; the focus goes to what is wrong, or to what was said. */
function told({ problem, added }) {
  if (added && added.notes.length === 0 && !added.costUsd) return closeDialog();
  update();
  const id = problem ? "logs-" + (fieldOf(problem) ?? "group") : "dialog-title";
  requestAnimationFrame(() => requestAnimationFrame(() => document.getElementById(id)?.focus()));
}

function done(added) {
  return html`<p role="status">${count(added.events, "event")} added.</p>
    ${added.notes.map((note) => html`<p>${note}</p>`)}
    ${added.costUsd ? html`<p class="muted">The search cost about ${dollars(added.costUsd)}.</p>` : nothing}
    <p class="row"><button class="primary" @click=${closeDialog}>Go on</button></p>`;
}
