// Region D: the report and its tabs. The order of what is in it never changes by itself.
import { html, nothing } from "./html.js";
import { update } from "./state.js";
import { hypothesis } from "./hypothesis.js";
import { rankingBar } from "./ranking.js";
import { forming } from "./forming.js";
import { gaps, lookedAt, setAside, dropped } from "./remarks.js";
import { runbook } from "./runbook.js";
import { questionsTab } from "./questions.js";
import { ask, provider } from "./asking.js";
import * as groups from "./groups.js";
import * as entities from "./entities.js";

const TABS = [
  ["report", "Report", reportTab],
  ["runbook", "Runbook", runbook],
  ["groups", "Error groups", (state) => groups.render(state)],
  ["entities", "Entities", (state) => entities.render(state)],
  ["questions", "Questions", questionsTab],
];

export function render(state) {
  const [, , shownTab] = TABS.find(([name]) => name === state.tab);
  return html`
    <div class="tabs" role="tablist" aria-label="Report" @keydown=${arrows}>
      ${TABS.map(([name, label]) => html`<button role="tab" id="tab-${name}" aria-selected=${String(state.tab === name)} aria-controls="tabpanel"
        tabindex=${state.tab === name ? 0 : -1} @click=${() => update({ tab: name })}>${label}${number(state, name)}</button>`)}
    </div>
    <div id="tabpanel" role="tabpanel" aria-labelledby="tab-${state.tab}" data-tab=${state.tab}>${shownTab(state)}</div>
  `;
}

export function rendered(state) {
  groups.rendered(state);
}

function number(state, name) {
  const count = name === "questions" ? state.questions.length : name === "groups" ? state.groupCount : 0;
  return count ? html` <span class="muted">${count}</span>` : nothing;
}

function arrows(event) {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const tabs = [...event.currentTarget.children];
  const next = tabs[(tabs.indexOf(document.activeElement) + step + tabs.length) % tabs.length];
  next.click();
  next.focus();
}

function reportTab(state) {
  const { diagnosis } = state;
  if (!diagnosis) return html`<p class="muted">Nothing to report yet.</p>`;
  return html`
    ${rankingBar(state)}
    ${diagnosis.hypotheses.map((each) => hypothesis(each, state))}
    ${diagnosis.verdict === "no_incident" ? lookedAt(state) : nothing}
    ${setAside(diagnosis)}
    ${gaps(diagnosis)}
    ${dropped(state)}
    ${forming(state)}
    ${askModel(state)}
  `;
}

/** With a model at hand that has not looked yet. */
function askModel(state) {
  const { me, diagnosis, session, answering } = state;
  if (!me?.model?.available || session.right === "read" || answering || diagnosis.producedBy.analyst === "model") return nothing;
  if (state.questions.some((each) => each.provider === "model" && !each.question)) return nothing;
  return html`<p class="row"><button @click=${() => ask(null, "model")}>Let the model look too</button>
    <span class="muted">${provider() === "offline" ? "Nothing is sent until you do." : "Its claims are checked line by line."}</span></p>`;
}
