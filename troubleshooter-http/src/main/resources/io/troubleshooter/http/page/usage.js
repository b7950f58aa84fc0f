// Usage and budget of the caller.
import { html, nothing } from "./html.js";
import { get } from "./api.js";
import { loaded } from "./loaded.js";
import { problemBox } from "./problems.js";
import { dollars, moment } from "./words.js";

const usage = loaded((state) => "usage" + state.visits, () => get("/v1/usage"));

export function usageView(state) {
  const { value, problem, loading } = usage(state);
  return html`<main class="narrow"><h1 tabindex="-1">Usage and budget</h1>
    ${problem ? problemBox(problem) : nothing}
    ${loading ? html`<p class="muted">Reading</p>` : nothing}
    ${value ? figures(value, state) : nothing}
  </main>`;
}

function figures({ budget, today = {}, sessions }, { me }) {
  const spent = budget ? budget.spentUsd + (budget.heldUsd ?? 0) : 0;
  const rows = [
    ["Who", me.user + ", " + me.role + " in " + me.project],
    ["Model", me.model?.available ? me.model.name || "configured" : "none: answers come from rules and cost nothing"],
    budget ? ["Budget of the day", dollars(budget.limitUsd)] : null,
    budget ? ["Spent", dollars(budget.spentUsd) + (budget.heldUsd ? ", and " + dollars(budget.heldUsd) + " held for answers in the making" : "")] : null,
    budget ? ["Left", dollars(budget.leftUsd)] : null,
    budget?.resets ? ["Begins anew", moment(budget.resets)] : null,
    ["Answers today", (today.answers ?? 0) + (today.cached ? ", " + today.cached + " of them from the cache" : "")],
    ["Tokens today", (today.inputTokens ?? 0).toLocaleString("en") + " in, " + (today.outputTokens ?? 0).toLocaleString("en") + " out"],
    sessions === undefined ? null : ["Sessions", sessions],
  ];
  return html`
    ${budget && budget.leftUsd <= 0 ? html`<p class="bar-note">The budget of the day is used up. Answers without a model go on.</p>` : nothing}
    ${budget?.limitUsd ? html`<p><label for="spent">Spent of the budget of the day</label><br><meter id="spent" min="0" max=${budget.limitUsd} high=${budget.limitUsd * 0.8} .value=${spent}></meter></p>` : nothing}
    <table class="plain"><tbody>${rows.filter(Boolean).map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>`;
}
