// Region F: the question box.
import { html, nothing } from "./html.js";
import { mayContribute, state, update } from "./state.js";
import { ask, provider, setProvider, stopAnswer } from "./asking.js";
import { addText, chooseFiles } from "./intake.js";
import { logsButton } from "./cloudwatch.js";
import { focusSoon } from "./navigate.js";
import { problemBox } from "./problems.js";
import { dollars } from "./words.js";

const ROWS = 8;

export function render(state) {
  if (!mayContribute()) return html`<p class="muted read-only">You can read this session${state.share ? " until the link expires" : ""}; asking needs more rights.</p>`;
  return html`
    ${state.askProblem ? askProblem(state.askProblem) : nothing}
    <form class="ask" @submit=${submit}>
      <label for="question" class="unseen">Ask about this evidence, or paste more lines</label>
      <textarea id="question" rows="1" placeholder="Ask, paste more lines, or drop a file" spellcheck="false"
        autocomplete="off" @keydown=${enter} @input=${grow}></textarea>
      <div class="row">
        ${producerSwitch(state)}
        <button type="button" @click=${chooseFiles}>Attach</button>
        ${logsButton(state)}
        ${state.answering
          ? html`<button type="button" class="danger" @click=${stopAnswer}>Stop</button>`
          : html`<button class="primary">Ask</button>`}
        <span class="muted cost">${cost(state)}</span>
      </div>
    </form>
  `;
}

function producerSwitch({ me }) {
  if (!me?.model?.available) return html`<span class="muted">offline</span>`;
  const now = provider();
  return html`<fieldset class="switch"><legend class="unseen">Who answers</legend>
    ${["offline", "model"].map((name) => html`<label><input type="radio" name="provider" value=${name} .checked=${now === name} @change=${() => setProvider(name)}><span>${name}</span></label>`)}
  </fieldset>`;
}

function cost({ me, usage }) {
  if (provider() === "offline") return "costs nothing";
  const left = usage?.budget?.leftUsd;
  const most = me.model.maxCostUsd;
  return (most ? "at most " + dollars(most) : "") + (left === undefined ? "" : (most ? ", " : "") + dollars(left) + " left today");
}

function askProblem(problem) {
  const budget = problem.code === "budget_exceeded";
  return html`${problemBox(problem, { holds: "The diagnosis above still holds." })}
    <p class="row">${budget ? html`<button class="small" @click=${askOffline}>Ask without a model</button>` : nothing}
    <button class="small" @click=${() => update({ askProblem: null })}>Dismiss</button></p>`;
}

function askOffline() {
  setProvider("offline");
  update({ askProblem: null });
  document.querySelector("form.ask").requestSubmit();
}

async function submit(event) {
  event.preventDefault();
  const field = document.getElementById("question");
  const words = field.value.trim();
  if (words === "" || state.answering) return field.focus();
  if (words.split("\n").length > ROWS * 5) {
    addText(words);
  } else {
    update({ tab: "questions", region: "ask" });
    if (!(await ask(words))) return;
    requestAnimationFrame(() => requestAnimationFrame(() => document.querySelector(".exchange:last-child")?.scrollIntoView({ block: "start" })));
  }
  field.value = "";
  grow({ target: field });
}

function enter(event) {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

/** With what is in it, to 8 lines. */
function grow({ target }) {
  target.style.height = "auto";
  const line = parseFloat(getComputedStyle(target).lineHeight);
  target.style.height = Math.min(target.scrollHeight + 2, line * ROWS + 16) + "px";
}

/** Puts words such as "S1:12-14: " into the box and goes there. */
export function askAbout(words) {
  update({ region: "ask", tab: "questions" });
  focusSoon("question");
  const field = document.getElementById("question");
  if (field) field.value = words + " " + field.value;
}
