// Names that the evidence mentions: hosts, pods, services and others, and where each stands.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { Fetched } from "./fetched.js";
import { findNow } from "./find.js";

const FEW = 12;
const fetched = new Fetched("/entities");
const whole = new Set();

export function render(state) {
  const data = fetched.of(state);
  return html`<div class="entities">
    ${fetched.failure("The names")}
    ${data ? kinds(data.entities) : html`<p class="muted" aria-busy="true">reading names</p>`}
  </div>`;
}

function kinds(entities) {
  if (entities.length === 0) return html`<p class="muted">No names of hosts, pods or services in these lines.</p>`;
  const byKind = new Map();
  entities.forEach((entity) => byKind.set(entity.kind, [...(byKind.get(entity.kind) ?? []), entity]));
  return [...byKind].map(([kind, all]) => section(kind, all));
}

function section(kind, all) {
  const shown = whole.has(kind) ? all : all.slice(0, FEW);
  return html`<section aria-labelledby="kind-${kind}">
    <h2 id="kind-${kind}">${kind} <span class="muted">${all.length}</span></h2>
    <ul class="names">${shown.map((entity) => name(entity))}</ul>
    ${shown.length < all.length ? html`<button class="small" @click=${() => (whole.add(kind), update())}>show all ${all.length}</button>` : nothing}
  </section>`;
}

function name({ value, count }) {
  const look = () => {
    update({ pane: { ...state.pane, open: true }, region: "evidence" });
    findNow(value);
  };
  return html`<li><button class="name" aria-label="${value}, ${count} times: find it in the evidence" @click=${look}><code>${value}</code> <span class="muted">${count.toLocaleString("en")}×</span></button></li>`;
}
