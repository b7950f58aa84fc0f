// Region B: the verdict in a sentence, the first action, how far the analysis is.
import { html, nothing } from "./html.js";
import { copyButton } from "./copy.js";
import { count, status, verdictWord } from "./words.js";
import { stageList } from "./stages.js";

export function render(state) {
  const { diagnosis } = state;
  if (!diagnosis) return html`<h1 tabindex="-1">No evidence yet</h1><p>Paste logs below, or drop a file anywhere.</p>${stageList(state)}`;
  const action = firstAction(diagnosis);
  return html`
    <h1 tabindex="-1" class="verdict ${diagnosis.verdict}"><span class="word">${verdictWord(diagnosis.verdict)}</span> ${diagnosis.summary}</h1>
    <p class="muted where">${extent(state)} <span class="stage">${status(state)}</span></p>
    ${action ? doFirst(action) : nothing}
    ${stageList(state)}
  `;
}

function doFirst({ text, isCommand, title }) {
  return html`<div class="do-first"><strong>${title}</strong> ${isCommand ? html`<code>${text}</code> ${copyButton(text)}` : html`<span>${text}</span>`}</div>`;
}

/** A look that changes nothing, or a fix of low risk; the same choice as in the report of the terminal. */
export function firstAction(diagnosis) {
  if (diagnosis.verdict === "no_incident") return null;
  const first = diagnosis.hypotheses[0];
  const title = diagnosis.verdict === "insufficient_evidence" ? "This would tell" : "Do first";
  const looks = first?.nextChecks ?? [];
  const check = looks.find((each) => each.command);
  if (check) return { title, text: check.command, isCommand: true };
  const fix = first?.fixes.find((each) => each.risk === "low");
  if (fix) return { title, text: fix.command ?? fix.action, isCommand: Boolean(fix.command) };
  const step = diagnosis.runbook.find((each) => each.command);
  if (!first && step) return { title, text: step.command, isCommand: true };
  return looks.length > 0 ? { title, text: looks[0].check, isCommand: false } : null;
}

function extent({ sources }) {
  const lines = sources.reduce((sum, each) => sum + each.lines, 0);
  return count(sources.length, "source") + ", " + count(lines, "line") + ".";
}
