// The first view: ways to bring evidence, three commands, two examples, and what happens with the data.
import { html, nothing } from "./html.js";
import { addAddress, addText, chooseFiles } from "./intake.js";
import { command } from "./copy.js";
import { logsButton } from "./cloudwatch.js";
import { SAMPLES } from "./samples.js";
import { stageList } from "./stages.js";

const COMMANDS = ["kubectl logs POD --previous | tst", "journalctl -u UNIT --since -1h | tst", "docker logs CONTAINER 2>&1 | tst"];

export function emptyView(state) {
  return html`<main class="narrow start">
    <h1 tabindex="-1">What broke?</h1>
    ${stageList(state)}
    <form class="drop" @submit=${diagnose}>
      <label for="paste">Paste logs, a stack trace or error output, or drop files anywhere on this page</label>
      <textarea id="paste" name="text" class="mono" rows="6" spellcheck="false" autocomplete="off" @keydown=${enter}></textarea>
      <div class="row"><button class="primary">Diagnose</button><button type="button" @click=${chooseFiles}>Choose files</button>${logsButton(state)}</div>
    </form>
    ${state.me?.features?.includes("fetch") ? address() : nothing}
    <p class="muted">What you give is redacted on this server before it is stored${state.me?.model?.available ? ", sent to a model" : nothing} or shown to anybody: keys, passwords, tokens and addresses are replaced by names such as ${"<ip:1>"}.</p>
    <section><h2>See a finished one</h2>
      <div class="samples">${SAMPLES.map((sample) => html`<button class="sample" @click=${() => addText(sample.text, sample.name)}>
        <strong>${sample.title}</strong><span class="muted">${sample.what}</span></button>`)}</div>
    </section>
    <section><h2>From a terminal</h2>${COMMANDS.map(command)}</section>
  </main>`;
}

function address() {
  return html`<form class="row" @submit=${fetched}>
      <label for="url">or fetch</label>
      <input id="url" name="url" type="url" class="grow" required placeholder="a build log, a CI page" autocomplete="off">
      <button>Fetch</button>
    </form>`;
}

function diagnose(event) {
  event.preventDefault();
  const field = event.target.elements.text;
  if (field.value.trim() === "") return field.focus();
  addText(field.value);
  field.value = "";
}

function enter(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

function fetched(event) {
  event.preventDefault();
  addAddress(event.target.elements.url.value.trim());
}
