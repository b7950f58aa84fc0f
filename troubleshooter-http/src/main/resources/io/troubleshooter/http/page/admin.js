// Administration of one project: cost, keys, audit.
import { html, nothing } from "./html.js";
import { del, get, post } from "./api.js";
import { state, update } from "./state.js";
import { loaded } from "./loaded.js";
import { listed } from "./lists.js";
import { costs } from "./costs.js";
import { copyButton, note } from "./copy.js";
import { problemBox } from "./problems.js";
import { moment } from "./words.js";

const cost = loaded((state) => "costs" + state.visits, () => get("/v1/admin/costs", { days: 30 }));
const keys = loaded((state) => "keys" + state.visits + "/" + (state.keysChanged ?? 0), () => get("/v1/admin/keys"));
const sound = loaded((state) => "sound" + state.visits, () => get("/v1/admin/audit/verification"));
const audit = listed((cursor) => get("/v1/admin/audit", { limit: 50, cursor }), "events");

export function adminView(state) {
  return html`<main class="wide-page"><h1 tabindex="-1">Administration</h1>
    <section><h2>Cost of the last 30 days</h2>${part(cost(state), costs)}</section>
    <section><h2>Keys</h2>${state.newKey ? shownOnce(state.newKey) : nothing}${keyForm()}${part(keys(state), keyTable)}</section>
    <section><h2>Audit</h2>${part(sound(state), chain)}${auditTable(audit.of(state, "admin"))}</section>
  </main>`;
}

function part({ value, problem, loading }, show) {
  if (problem) return problemBox(problem);
  return loading || !value ? html`<p class="muted">Reading</p>` : show(value);
}

function shownOnce(key) {
  return html`<p>The new key of ${key.user}; it is shown this once:</p><div class="command"><code>${key.key}</code>${copyButton(key.key, "key")}</div>`;
}

function keyForm() {
  return html`<form class="row" @submit=${make}>
    <span class="pair"><label for="key-user">User</label><input id="key-user" name="user" type="text" required maxlength="64" autocomplete="off"></span>
    <span class="pair"><label for="key-role">Role</label><select id="key-role" name="role">${["viewer", "analyst", "admin"].map((role) => html`<option ?selected=${role === "analyst"}>${role}</option>`)}</select></span>
    <span class="pair"><label for="key-days">Expires in</label><select id="key-days" name="expires">${["7d", "30d", "90d", "365d"].map((span) => html`<option ?selected=${span === "90d"}>${span}</option>`)}</select></span>
    <button>Make a key</button></form>`;
}

async function make(event) {
  event.preventDefault();
  const form = event.target;
  const { user, role, expires } = form.elements;
  try {
    const key = await post("/v1/admin/keys", { user: user.value, role: role.value, expiresIn: expires.value, name: user.value });
    form.reset();
    update({ newKey: { user: key.user, key: key.key }, keysChanged: Date.now() });
  } catch (problem) {
    note(problem.message);
  }
}

async function revoke(key) {
  try {
    await del("/v1/admin/keys/" + encodeURIComponent(key.id));
    update({ keysChanged: Date.now() });
    note("Key revoked");
  } catch (problem) {
    note(problem.message);
  }
}

function keyTable({ keys }) {
  const open = !state.me?.features?.includes("login");
  if (keys.length === 0) return html`<p class="muted">No keys. ${open ? "None is needed: everybody at this machine may do everything." : ""}</p>`;
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label="Keys"><table class="plain">
    <thead><tr>${["User", "Role", "Name", "Expires", ""].map((name) => html`<th scope="col">${name || html`<span class="unseen">Action</span>`}</th>`)}</tr></thead>
    <tbody>${keys.map((key) => html`<tr><td>${key.user}</td><td>${key.role}</td><td>${key.name}</td><td>${key.expires ? moment(key.expires) : "never"}</td>
      <td><button class="small danger" @click=${() => revoke(key)} aria-label="Revoke the key ${key.name} of ${key.user}">revoke</button></td></tr>`)}</tbody></table></div>`;
}

function chain({ sound, events, firstBroken }) {
  return sound
    ? html`<p class="ok">Sound: the chain of ${events.toLocaleString("en")} events holds.</p>`
    : html`<p class="problem" role="alert">The chain of the audit log is broken at event ${firstBroken}: somebody changed or removed events.</p>`;
}

function auditTable({ items, next, problem }) {
  if (problem) return problemBox(problem, { retry: audit.again });
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label="Audit"><table class="plain">
    <thead><tr>${["Time", "Who", "What", "Session", "Detail"].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
    <tbody>${items.map((event) => html`<tr><td>${moment(event.time)}</td><td>${event.user}</td><td>${event.action}</td>
      <td>${(event.session ?? "").slice(0, 8)}</td><td>${event.detail}</td></tr>`)}</tbody></table></div>
    ${next ? html`<p><button @click=${audit.more}>More</button></p>` : nothing}`;
}
