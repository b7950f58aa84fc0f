// The sessions of the caller: open, rename, delete.
import { html, nothing } from "./html.js";
import { mayBegin, state, update } from "./state.js";
import { del, get, inSession, patch } from "./api.js";
import { closeDialog, openDialog } from "./dialogs.js";
import { visit, visitSession } from "./places.js";
import { listed } from "./lists.js";
import { problemBox } from "./problems.js";
import { note } from "./copy.js";
import { count, moment, verdictWord } from "./words.js";

const list = listed((cursor) => get("/v1/sessions", { limit: 50, cursor }), "sessions");

export function sessionsView(state) {
  const { items, next, problem, loading } = list.of(state, "sessions");
  return html`<main class="wide-page">
    <div class="row spread"><h1 tabindex="-1">Sessions</h1>${mayBegin() ? html`<button class="primary" @click=${() => visit("empty")}>New session</button>` : nothing}</div>
    ${problem ? problemBox(problem, { retry: list.again }) : nothing}
    ${items.length === 0 && !loading && !problem ? html`<p>No sessions yet. ${mayBegin() ? "Paste a log, and one begins." : "Those that others share with you are listed here."}</p>` : nothing}
    <ul class="cards">${items.map(one)}</ul>
    ${loading ? html`<p class="muted">Reading the list</p>` : nothing}
    ${next ? html`<p><button @click=${list.more}>More</button></p>` : nothing}
  </main>`;
}

function one(session) {
  const name = session.title || session.id;
  return html`<li class="card">
    <div><a href="/?s=${session.id}" class="name" @click=${(event) => open(event, session)}>${name}</a>
      <p>${session.summary ? html`<span class="verdict ${session.verdict}"><span class="word">${verdictWord(session.verdict)}</span></span> ${session.summary}` : html`<span class="muted">no evidence</span>`}</p>
      <p class="muted small">${moment(session.updated)}, ${count(session.sources?.length ?? 0, "source")}, ${count(session.questions ?? 0, "question")}${session.right === "own" ? nothing : ", of " + session.owner}${session.origin === "alert" ? ", opened by an alert" : nothing}</p></div>
    ${session.right === "own" ? html`<div class="row">
      <button class="small" @click=${() => openDialog("rename", { session })} aria-label="Rename ${name}">rename</button>
      <button class="small danger" @click=${() => openDialog("remove", { session })} aria-label="Delete ${name}">delete</button></div>` : nothing}
  </li>`;
}

function open(event, session) {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  visitSession(session.id);
}

export function renameDialog(state, { session = state.session }) {
  return html`<form @submit=${(event) => rename(event, session)}>
    <p><label for="title">Title</label></p>
    <p><input id="title" name="title" type="text" class="whole" maxlength="200" .value=${session.title ?? ""}></p>
    <p class="row spread"><span class="muted">Secrets in it are redacted.</span><button class="primary">Rename</button></p></form>`;
}

async function rename(event, session) {
  event.preventDefault();
  try {
    const next = await patch(inSession("", session.id), { title: event.target.elements.title.value });
    if (state.session?.id === session.id) update({ session: next });
    list.change((each) => (each.id === session.id ? next : each));
    closeDialog();
  } catch (problem) {
    note(problem.message);
  }
}

export function removeDialog(state, { session }) {
  return html`<p>Delete <strong>${session.title || session.id}</strong> with its evidence, answers, comments and links? This cannot be undone.</p>
    <p class="row"><button class="danger" @click=${() => remove(session)}>Delete</button><button @click=${closeDialog}>Keep</button></p>`;
}

async function remove(session) {
  try {
    await del(inSession("", session.id));
    list.change((each) => (each.id === session.id ? null : each));
    closeDialog();
    if (state.session?.id === session.id) visit("sessions");
    note("Session deleted");
  } catch (problem) {
    note(problem.message);
  }
}

export function aboutDialog({ session, diagnosis, sources }) {
  const by = diagnosis?.producedBy;
  const rows = [
    ["Session", session.id], ["Owner", session.owner], ["Made", moment(session.created)], ["Removed", session.expires ? moment(session.expires) : "-"],
    ["Rules", by?.rulesVersion], ["Model", by?.model], ["Prompt", by?.promptVersion], ["Version", by?.version],
  ];
  return html`<table class="plain"><tbody>${rows.filter(([, value]) => value).map(([name, value]) => html`<tr><th scope="row">${name}</th><td>${value}</td></tr>`)}</tbody></table>
    <h3>Sources</h3>
    <table class="plain"><thead><tr><th scope="col">Id</th><th scope="col">Name</th><th scope="col" class="number">Lines</th><th scope="col">Format</th></tr></thead>
      <tbody>${sources.map((source) => html`<tr><td>${source.id}</td><td>${source.name}</td><td class="number">${source.lines.toLocaleString("en")}${source.missing ? html` <span class="warn">${source.missing.toLocaleString("en")} not kept</span>` : nothing}</td><td>${(source.formats ?? []).join(", ")}</td></tr>`)}</tbody></table>`;
}
