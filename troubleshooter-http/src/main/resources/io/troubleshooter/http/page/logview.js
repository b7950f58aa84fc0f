// The log of one source: where it scrolls, what of it is in the page, what is marked. Built by hand and not from templates,
// since a hundred thousand lines are not to be looked at again for each change of the page.
import { CHUNK, chunkOf } from "./lines.js";
import { Chunks } from "./chunks.js";
import { land } from "./landing.js";
import { paint, placeIn } from "./highlights.js";

/** Up to here all lines are in the page, and the browser's own find sees them. */
export const WHOLE = 20_000;
/** Lines of a part. Browsers limit the height of an element: Firefox to 17.9 million pixels, at 24 pixels a line. */
export const PART = 700_000;

export class LogView {
  #chunks = null;
  #shown = null;
  #selection = null;
  #current = 1;
  #jump = null;

  /** @param events filled(element): rows were put into the page; part(): another part is shown */
  constructor(events) {
    this.events = events;
    this.element = document.createElement("div");
    this.element.className = "log";
    this.element.tabIndex = 0;
    this.element.setAttribute("role", "region");
    const inner = document.createElement("div");
    inner.className = "log-lines";
    this.element.append(inner);
    this.#watchWidth();
  }

  /** Shows a source. shown: { lines, outline, gaps, cited }; stays at the line that was on top if it is the same source. */
  show(shown, part = 0) {
    const top = this.#shown?.lines.source === shown.lines.source ? this.topLine() : null;
    this.#shown = shown;
    this.#open(top === null ? part : partOf(top));
    if (top !== null) {
      this.jump(top, { block: "start" });
    }
  }

  clear() {
    this.#chunks?.end();
    this.#chunks = null;
    this.#shown = null;
    this.element.firstElementChild.replaceChildren();
  }

  get shown() {
    return this.#shown;
  }

  get part() {
    const first = this.#part * PART + 1;
    return { number: this.#part, of: Math.ceil(this.total / PART), first, last: Math.min(this.total, first + PART - 1) };
  }

  get total() {
    return this.#shown?.outline.total ?? 0;
  }

  /** Whether the browser's find sees all lines. */
  get whole() {
    return this.total <= WHOLE;
  }

  #part = 0;

  #open(part) {
    const { lines, outline, gaps } = this.#shown;
    this.#chunks?.end();
    this.#part = part;
    const digits = String(outline.total).length;
    this.element.firstElementChild.style.setProperty("--digits", Math.max(3, digits));
    this.element.scrollTop = 0;
    this.#chunks = new Chunks(this.element, {
      lines,
      gaps,
      total: outline.total,
      first: (part * PART) / CHUNK,
      last: chunkOf(Math.max(1, Math.min(outline.total, (part + 1) * PART))),
      whole: this.whole,
      citedBy: (n) => this.#citedBy(n),
      filled: (element, from, to) => this.#filled(element, from, to),
    });
    this.events.part();
  }

  openPart(part) {
    this.#current = part * PART + 1;
    this.#open(part);
  }

  #filled(element, from, to) {
    this.#markRows(from, to);
    this.#chunks?.row(this.#current)?.firstElementChild.setAttribute("tabindex", "0");
    this.events.filled(element);
  }

  /**
   * Goes to a line: opens what hides it, puts it into the middle, and stays there.
   *
   * @param options focus: the line's number takes the focus; mark: its row is marked as the hit; block: "start" for the top
   */
  async jump(n, { to = n, focus = false, hit = false, block = "center" } = {}) {
    this.#jump?.abort();
    const jump = (this.#jump = new AbortController());
    if (partOf(n) !== this.#part) {
      this.#open(partOf(n));
    }
    if (block === "center") {
      this.reveal(n, to);
    }
    const landed = await land(this.element, this.#chunks, n, { signal: jump.signal, block });
    if (landed) {
      this.#arrived(n, focus, hit);
    }
    return landed;
  }

  /** Gives up a jump that is under way. */
  stay() {
    this.#jump?.abort();
  }

  #arrived(n, focus, hit) {
    if (focus) {
      this.focusLine(n);
    }
    if (hit) {
      this.markHit(n);
    }
  }

  /** Marks the row of a hit, and scrolls sideways if the hit is not seen; 0 for none. */
  markHit(n) {
    this.element.querySelector(".ln.hit")?.classList.remove("hit");
    const row = this.#chunks?.row(n);
    row?.classList.add("hit");
    paint();
    const place = placeIn(row);
    const view = this.element.getBoundingClientRect();
    if (place && (place.right > view.right - 20 || place.left < view.left + 120)) {
      this.element.scrollLeft += place.left - view.left - view.width / 3;
    }
  }

  /** Opens the folds over these lines; a filter lets these lines and a few around them through. */
  reveal(from, to) {
    const { gaps } = this.#shown;
    const hidden = gaps.within(from, to).some((gap) => gap.kind === "hidden");
    this.open(hidden ? Math.max(1, from - 3) : from, hidden ? Math.min(this.total, to + 3) : to);
  }

  /** Shows lines that a fold or a filter hides. */
  open(from, to) {
    for (const gap of this.#shown.gaps.reveal(from, to)) {
      this.#chunks.again(gap.from, gap.to);
    }
  }

  /** The number of this line becomes the one that Tab reaches, and has the focus. */
  focusLine(n) {
    const link = this.setCurrent(n);
    link?.focus({ preventScroll: true });
    return link !== null;
  }

  setCurrent(n) {
    this.#chunks?.row(this.#current)?.firstElementChild.setAttribute("tabindex", "-1");
    this.#current = n;
    const link = this.#chunks?.row(n)?.firstElementChild ?? null;
    link?.setAttribute("tabindex", "0");
    return link;
  }

  /** Marks the selected lines; null for none. */
  select(selection) {
    const before = this.#selection;
    this.#selection = selection;
    [before, selection].filter(Boolean).forEach(({ from, to }) => this.#markRows(from, to));
  }

  #markRows(from, to) {
    this.#chunks?.rows(from, to).forEach((row) => {
      const n = Number(row.dataset.n);
      const { from: first = 0, to: last = 0 } = this.#selection ?? {};
      row.classList.toggle("sel", n >= first && n <= last);
    });
  }

  #citedBy(n) {
    const ranks = this.#shown.cited.filter(({ from, to }) => from <= n && n <= to).map(({ rank }) => rank);
    return [...new Set(ranks)].sort((a, b) => a - b);
  }

  cite(cited) {
    this.#shown.cited = cited;
    this.#chunks?.cite();
  }

  /** The first line that is seen, or null. */
  topLine() {
    const box = this.element.getBoundingClientRect();
    const under = document.elementFromPoint(box.left + 4, box.top + 4)?.closest(".ln");
    const line = Number(under?.dataset.n ?? under?.dataset.from);
    return line > 0 && this.element.contains(under) ? line : null;
  }

  /** Elements of the chunks near the view. */
  seen() {
    return this.#chunks?.seen() ?? [];
  }

  #watchWidth() {
    let width = 0;
    new ResizeObserver(([{ contentRect }]) => {
      if (width !== contentRect.width) {
        width = contentRect.width;
        this.#chunks?.forget();
      }
    }).observe(this.element);
  }

  forgetHeights() {
    this.#chunks?.forget();
  }
}

function partOf(n) {
  return Math.floor((n - 1) / PART);
}
