// The evidence pane ends where the window does, also while the verdict above it is still seen: its last line and what can
// be done with the chosen lines are never below the fold.

let pane = null;

/** Keeps the height of the pane; called after each drawing. */
export function keepHeight() {
  const now = document.getElementById("evidence");
  if (now !== pane) {
    pane = now;
    pane?.parentElement && new ResizeObserver(measure).observe(pane.parentElement);
  }
  measure();
}

function measure() {
  if (!pane?.isConnected) return;
  const above = pane.parentElement.getBoundingClientRect().top;
  const below = document.getElementById("ask")?.offsetHeight ?? 0;
  set("--above", Math.ceil(Math.max(0, above)));
  set("--below", below);
}

function set(name, pixels) {
  const value = pixels + "px";
  if (pane.style.getPropertyValue(name) !== value) pane.style.setProperty(name, value);
}

window.addEventListener("scroll", measure, { passive: true });
window.addEventListener("resize", measure);
