// The transcript: what was asked and what was answered. Nothing in it is read out while it forms.
import { html, nothing } from "./html.js";
import { citation, idOf } from "./citations.js";
import { prose } from "./prose.js";
import { answerStages } from "./stages.js";
import { problemBox, problemFields } from "./problems.js";
import { ask } from "./asking.js";
import { mayContribute } from "./state.js";
import { count, dollars, moment, seconds } from "./words.js";

export function questionsTab(state) {
  if (state.questions.length === 0) return html`<p class="muted">Nothing was asked yet. ${mayContribute() ? "Try: what happened before the first error?" : ""}</p>`;
  return html`<div role="log" aria-live="off" aria-label="Questions and answers" class="transcript" tabindex="0">
    ${state.questions.map((question) => one(question, state))}
  </div>`;
}

function one(question, { answering }) {
  const live = answering?.id === question.id ? answering : null;
  const id = "question-" + question.id;
  return html`<article class="exchange" aria-labelledby=${id}>
    <h2 id=${id} tabindex="-1">${question.question ?? "What broke?"}</h2>
    <p class="muted small">${question.asker ?? ""} ${question.asked ? moment(question.asked) : ""}, ${question.provider}</p>
    ${live ? forming(live, question) : answered(question)}
  </article>`;
}

function forming(live, question) {
  return html`
    ${live.tools.map(toolLine)}
    ${live.statements.map((each, index) => statement(each, question, index))}
    ${answerStages(live)}
    ${live.lost ? html`<p class="warn" role="alert">Connection lost; resuming where it was (try ${live.lost})</p>` : nothing}
  `;
}

function answered(question) {
  const { answer, state, problem } = question;
  return html`
    ${(answer?.tools ?? []).map(toolLine)}
    ${(answer?.statements ?? []).map((each, index) => statement(each, question, index))}
    ${answer && answer.statements.length === 0 ? html`<p>${answer.diagnosis.summary}</p>` : nothing}
    ${(answer?.changes ?? []).map((change) => html`<p class="muted">${change.kind.toLowerCase()}: ${change.title}. ${change.why}</p>`)}
    ${(answer?.notes ?? []).map((note) => html`<p class="bar-note">${note}</p>`)}
    ${state === "cancelled" ? html`<p class="muted">(stopped)</p>` : nothing}
    ${state === "failed" ? problemBox(problemFields(problem), { retry: mayContribute() ? () => ask(question.question, question.provider) : null, holds: "The diagnosis still holds." }) : nothing}
    ${answer ? html`<p class="muted small">${figures(answer)}</p>` : nothing}
  `;
}

function figures({ diagnosis, citations, statements }) {
  const usage = diagnosis.usage;
  const cited = statements.reduce((sum, each) => sum + each.citations.length, 0);
  const parts = [
    citations.claimed > 0 ? citations.standing + " of " + count(citations.claimed, "citation") + " stand" : count(cited, "citation"),
    citations.unsupported > 0 ? count(citations.unsupported, "claim") + " not supported" : null,
    usage.inputTokens > 0 ? usage.inputTokens.toLocaleString("en") + " in, " + usage.outputTokens.toLocaleString("en") + " out" : null,
    usage.costUsd > 0 ? dollars(usage.costUsd) : null,
    usage.cached ? "from the cache" : null,
    usage.latencyMs > 0 ? seconds(usage.latencyMs) : null,
  ];
  return parts.filter(Boolean).join(", ");
}

/** Text of an answer: paragraphs and code as nodes, nothing of it a link or an image. */
function statement({ text, citations, verified }, question, index) {
  const doubtful = !verified && citations.length > 0;
  return html`<div class="statement ${doubtful ? "unverified" : ""}">${prose(text)}
    ${citations.length > 0 ? html`<p class="cites">${citations.map((given, at) => citation(given, { id: idOf("q" + question.id + "s" + index, at) }))}</p>` : nothing}
    ${doubtful ? html`<span class="warn">not verified</span>` : nothing}</div>`;
}

function toolLine(tool) {
  return html`<details class="tool"><summary><code>${tool.id}</code> ${tool.name} <span class="muted">${askedOf(tool)} ${count(tool.lines ?? 0, "line")} ${seconds(tool.millis ?? 0)}</span></summary>
    ${tool.output ? html`<pre tabindex="0">${tool.output}</pre>` : html`<p class="muted">The lines come with the finished answer.</p>`}</details>`;
}

/** What a tool was asked, as words: its arguments are JSON. */
function askedOf({ asked, arguments: given = asked }) {
  try {
    return Object.entries(JSON.parse(given)).map(([name, value]) => name + " " + JSON.stringify(value)).join(", ");
  } catch {
    return String(given ?? "");
  }
}
