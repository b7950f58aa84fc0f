// What failed, what still holds, what to do, and the id under which the service's logs have it.
import { html, nothing } from "./html.js";

export function problemBox(problem, { retry = null, holds = null } = {}) {
  return html`<div class="problem" role="alert">
    <p><strong>${problem.title ?? "That failed"}.</strong> ${problem.message === problem.title + "." ? nothing : problem.message}</p>
    ${holds ? html`<p>${holds}</p>` : nothing}
    ${problem.advice ? html`<p>${problem.advice}</p>` : nothing}
    <p class="row">
      ${retry ? html`<button class="small" @click=${retry}>Retry</button>` : nothing}
      ${problem.requestId ? html`<span class="muted">request <code>${problem.requestId}</code></span>` : nothing}
    </p>
  </div>`;
}

/** The problem of an answer, which comes as plain fields. */
export function problemFields(fields) {
  return { ...fields, message: fields?.detail ?? fields?.title ?? "The answer failed." };
}
