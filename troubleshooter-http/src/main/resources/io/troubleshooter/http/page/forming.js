// The model's answer arrives below what the rules said; that stays where it is.
import { html, nothing } from "./html.js";
import { citation, idOf } from "./citations.js";
import { answerStages } from "./stages.js";
import { likelihood } from "./words.js";

export function forming({ answering, diagnosis }) {
  if (!answering) return nothing;
  return html`<section class="forming" aria-labelledby="forming"><h2 id="forming">Answer in the making</h2>
    ${diagnosis ? html`<p class="muted">The diagnosis above holds until this is done.</p>` : nothing}
    ${answerStages(answering)}
    ${answering.lost ? html`<p class="warn" role="alert">Connection lost; resuming where it was (try ${answering.lost})</p>` : nothing}
    ${answering.hypotheses.map((each, index) => html`<div class="short">
      <p><span class="likelihood ${likelihood(each.confidence).toLowerCase()}">${likelihood(each.confidence)} ${each.confidence.toFixed(2)}</span> <strong>${each.title}</strong></p>
      <p>${each.explanation}</p>
      <p>${each.citations.map((given, at) => citation(given, { id: idOf("new" + index, at) }))}</p></div>`)}
  </section>`;
}
