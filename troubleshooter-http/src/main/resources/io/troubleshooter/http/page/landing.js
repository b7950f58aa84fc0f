// Going to a line exactly. Chunks have the height that their rows should take, and lines that wrap take more: so the
// place is looked at again after each frame until it holds still. After that nothing scrolls any more by itself.
// Meanwhile the chunks around the line are laid out in full, or the browser would put them in and change their heights
// only when they come into view.

const TRIES = 12;
const AROUND = 200;
const HANDS = ["wheel", "touchstart", "pointerdown", "keydown"];

const frame = () => new Promise((resolve) => (document.hidden ? setTimeout(resolve) : requestAnimationFrame(() => resolve())));

/**
 * Scrolls until the line stands in the middle (or at the top, for block "start").
 * False if another jump or the reader's own hand came between.
 */
export async function land(scroller, chunks, n, { signal, block }) {
  const hand = handOn(scroller);
  const leave = chunks.layOut(n);
  try {
    place(scroller, chunks.element(n), block);
    await chunks.fill(Math.max(1, n - AROUND), n + AROUND);
    let still = 0;
    for (let i = 0; i < TRIES && still < 2 && !signal.aborted && !hand.moved; i++) {
      const row = chunks.row(n) ?? chunks.element(n);
      still = place(scroller, row, block) ? 0 : still + 1;
      await frame();
    }
    return !signal.aborted;
  } finally {
    hand.off();
    leave();
  }
}

/** Whether it had to scroll for that. */
function place(scroller, element, block) {
  if (!element) {
    return false;
  }
  const box = element.getBoundingClientRect();
  const view = scroller.getBoundingClientRect();
  const middle = view.top + scroller.clientHeight / 2;
  const by = block === "start" ? box.top - view.top : box.top + Math.min(box.height, 200) / 2 - middle;
  const before = scroller.scrollTop;
  if (Math.abs(by) >= 1) {
    scroller.scrollTop += by;
  }
  return Math.abs(scroller.scrollTop - before) >= 1;
}

function handOn(scroller) {
  const hand = { moved: false };
  const move = () => (hand.moved = true);
  HANDS.forEach((name) => scroller.addEventListener(name, move, { passive: true }));
  hand.off = () => HANDS.forEach((name) => scroller.removeEventListener(name, move));
  return hand;
}
