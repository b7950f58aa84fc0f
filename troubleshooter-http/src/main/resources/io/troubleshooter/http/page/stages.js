// What has been done and what is being done, as a list that fills; no percentage that nobody knows.
import { html, nothing } from "./html.js";
import { bytes, count, stageWord } from "./words.js";
import { cancelUpload } from "./intake.js";

/** Uploads and readings in progress, and those that failed. */
export function stageList({ uploads }) {
  if (uploads.length === 0) return nothing;
  return html`<ul class="stages" aria-label="Evidence on its way">${uploads.map(one)}</ul>`;
}

function one(upload) {
  return html`<li class=${upload.problem ? "error" : ""}>
    <strong>${upload.name}</strong> <span class="muted">${size(upload)}</span>
    ${upload.problem ? html`<span role="alert">${upload.problem.message} ${upload.problem.advice ?? ""}</span>` : html`<span>${upload.stage}</span>`}
    ${upload.total && !upload.problem && upload.sent < upload.total
      ? html`<progress max=${upload.total} value=${upload.sent} aria-label="${upload.name}, sent"></progress>`
      : nothing}
    ${upload.problem && upload.problem.retryable !== false ? html`<button class="small" @click=${upload.retry}>retry</button>` : nothing}
    <button class="small" @click=${() => cancelUpload(upload)}>${upload.problem ? "dismiss" : "cancel"}</button>
  </li>`;
}

function size({ total, sent, lines }) {
  if (lines) return count(lines, "line");
  if (!total) return "";
  return sent && sent < total ? bytes(sent) + " of " + bytes(total) : bytes(total);
}

/** The stages of an answer in the making. */
export function answerStages({ stages, stage, waited }) {
  const all = [...new Set([...stages, stage])].filter(Boolean);
  return html`<ol class="stages">${all.map((each) => html`<li class=${each === stage ? "now" : "done"}>${stageWord(each)}${each === stage ? " ..." : ""}
    ${each === "queued" && waited ? html`<span class="muted">place ${waited}</span>` : nothing}</li>`)}</ol>`;
}
