// What was read does not move: a new diagnosis takes the place of the old one by itself only where nothing changes places.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { shown } from "./session.js";
import { announce } from "./announce.js";
import { focusSoon } from "./navigate.js";

/** Shows a new diagnosis, or says that there is one. */
export function settled(next, show) {
  const now = state.diagnosis;
  if (!now || sameOrder(now, next.diagnosis)) {
    update({ newer: null });
    show(next);
  } else {
    update({ newer: next, session: next.session });
    announce(words(now, next.diagnosis));
  }
}

/** Whether all that stands now stays where it is; more may follow. */
export function sameOrder(now, next) {
  return now.verdict === next.verdict && now.hypotheses.every((each, index) => next.hypotheses[index]?.cause === each.cause);
}

function words(now, next) {
  if (now.verdict !== next.verdict) return "The verdict changed";
  const first = next.hypotheses[0];
  const was = now.hypotheses.find((each) => each.cause === first?.cause);
  if (was && was.rank !== 1) return "Ranking changed: [" + was.rank + "] is now first";
  if (first && !was) return "Ranking changed: a new hypothesis is first, " + first.title;
  return "Some hypotheses changed";
}

export function rankingBar({ newer, diagnosis }) {
  if (!newer) return nothing;
  return html`<div class="bar-note row spread"><span>${words(diagnosis, newer.diagnosis)}.</span> <button class="small" @click=${show}>Show</button></div>`;
}

function show() {
  const { newer } = state;
  update({ newer: null });
  shown(newer);
  focusSoon("report");
}
