// The bar between report and evidence: by mouse, by finger and by arrow keys; its place is remembered.
import { html } from "./html.js";
import { remember, remembered } from "./state.js";

const LEAST = 30;
const MOST = 75;
let share = Number(remembered("split")) || 50;

export function splitter() {
  queueMicrotask(apply);
  return html`<div class="splitter" role="separator" tabindex="0" aria-orientation="vertical" aria-label="Width of the report"
    aria-valuemin=${LEAST} aria-valuemax=${MOST} aria-valuenow=${Math.round(share)} @pointerdown=${drag} @keydown=${move}></div>`;
}

function apply() {
  document.documentElement.style.setProperty("--split", share + "%");
}

function set(next) {
  share = Math.max(LEAST, Math.min(MOST, next));
  remember("split", String(Math.round(share)));
  document.querySelector(".splitter")?.setAttribute("aria-valuenow", String(Math.round(share)));
  apply();
}

function move(event) {
  const step = { ArrowLeft: -2, ArrowRight: 2, Home: -100, End: 100 }[event.key];
  if (step) {
    event.preventDefault();
    set(share + step);
  }
}

function drag(event) {
  const bar = event.currentTarget;
  const columns = bar.parentElement.getBoundingClientRect();
  bar.setPointerCapture(event.pointerId);
  bar.onpointermove = (at) => set(((at.clientX - columns.left) / columns.width) * 100);
  bar.onpointerup = () => (bar.onpointermove = null);
}
