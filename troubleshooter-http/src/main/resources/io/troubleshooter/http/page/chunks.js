// The chunks of a log in the page: filled when they come near the view, emptied again when they are far, so that the
// number of elements stays the same however long the log is. Of a log that fits the page all chunks are filled and stay.
import { CHUNK, chunkOf } from "./lines.js";
import { chunkRows, markCited } from "./linechunk.js";
import { columns } from "./linetext.js";

const KEPT = 36;
const AT_ONCE = 10;
const SETTLE = 40;

const pause = () => new Promise((resolve) => setTimeout(resolve));

export class Chunks {
  #scroller;
  #elements = new Map();
  #filled = new Set();
  #near = new Set();
  #failed = new Set();
  #observer;
  #timer = 0;
  #busy = false;
  #ended = new AbortController();
  #columns = 0;

  /**
   * @param scroller the element that scrolls; chunks are put into its only child
   * @param log { lines, gaps, first, last, whole, citedBy(n), filled(element) }: chunk numbers first to last;
   *            whole: all stay filled
   */
  constructor(scroller, log) {
    this.#scroller = scroller;
    this.log = log;
    this.#observer = new IntersectionObserver((seen) => this.#moved(seen), { root: scroller, rootMargin: "1800px 0px" });
    const all = document.createDocumentFragment();
    for (let chunk = log.first; chunk <= log.last; chunk++) {
      all.append(this.#made(chunk));
    }
    scroller.firstElementChild.replaceChildren(all);
    this.#elements.forEach((element) => this.#observer.observe(element));
    if (log.whole) {
      this.#soon();
    }
  }

  end() {
    this.#ended.abort();
    this.#observer.disconnect();
    clearTimeout(this.#timer);
  }

  /** Fills the chunks of these lines now. */
  async fill(from, to) {
    const chunks = this.#numbers(from, to).filter((chunk) => !this.#filled.has(chunk));
    await this.log.lines.load(chunks, this.#ended.signal, () => {});
    chunks.filter((chunk) => !this.#filled.has(chunk)).forEach((chunk) => this.#put(chunk));
  }

  /** Draws the chunks of these lines anew, since what is hidden in them has changed. */
  again(from, to) {
    for (const chunk of this.#numbers(from, to)) {
      this.#size(chunk);
      if (this.#filled.has(chunk)) {
        this.#put(chunk);
      }
    }
    this.#soon();
  }

  row(n) {
    return this.#elements.get(chunkOf(n))?.querySelector(`[data-n="${n}"]`) ?? null;
  }

  element(n) {
    return this.#elements.get(chunkOf(n)) ?? null;
  }

  /** Has the chunks around a line laid out, seen or not; gives the function that ends this. */
  layOut(n) {
    const around = this.#numbers(n - CHUNK, n + CHUNK).map((chunk) => this.#elements.get(chunk));
    around.forEach((element) => element.classList.add("laid-out"));
    return () => around.forEach((element) => element.classList.remove("laid-out"));
  }

  /** The rows of these lines that are in the page. */
  rows(from, to) {
    const chunks = this.#numbers(from, to).filter((chunk) => this.#filled.has(chunk));
    return chunks
      .flatMap((chunk) => [...this.#elements.get(chunk).querySelectorAll("[data-n]")])
      .filter((row) => row.dataset.n >= from && row.dataset.n <= to);
  }

  /** Elements of the filled chunks near the view. */
  seen() {
    return [...this.#near].filter((chunk) => this.#filled.has(chunk)).map((chunk) => this.#elements.get(chunk));
  }

  /** Marks what is cited, after that has changed. */
  cite() {
    this.#filled.forEach((chunk) => {
      this.#elements.get(chunk).querySelectorAll("[data-n]").forEach((row) => markCited(row, this.log.citedBy(Number(row.dataset.n))));
    });
  }

  /** Forgets heights that were measured, since lines wrap differently now. */
  forget() {
    this.#elements.forEach((element) => element.style.removeProperty("--height"));
  }

  retry(chunk) {
    this.#failed.delete(chunk);
    this.#soon();
  }

  #numbers(from, to) {
    const numbers = [];
    for (let chunk = Math.max(this.log.first, chunkOf(from)); chunk <= Math.min(this.log.last, chunkOf(to)); chunk++) {
      numbers.push(chunk);
    }
    return numbers;
  }

  #made(chunk) {
    const element = document.createElement("div");
    element.className = "chunk";
    element.dataset.chunk = chunk;
    this.#elements.set(chunk, element);
    this.#size(chunk);
    return element;
  }

  #bounds(chunk) {
    return [chunk * CHUNK + 1, Math.min((chunk + 1) * CHUNK, this.log.total)];
  }

  #size(chunk) {
    const element = this.#elements.get(chunk);
    const rows = this.log.gaps.rows(...this.#bounds(chunk));
    element.style.setProperty("--rows", rows);
    element.style.removeProperty("--height");
    element.hidden = rows === 0 && !this.log.whole;
  }

  #moved(seen) {
    for (const { target, isIntersecting } of seen) {
      const chunk = Number(target.dataset.chunk);
      this.#near[isIntersecting ? "add" : "delete"](chunk);
    }
    this.#soon();
  }

  /** Not at once: who drags the scroll bar passes by many chunks. */
  #soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#work(), SETTLE);
  }

  async #work() {
    if (this.#busy) {
      return;
    }
    this.#busy = true;
    for (let next = this.#next(); next.length > 0 && !this.#ended.signal.aborted; next = this.#next()) {
      await this.#bring(next);
    }
    this.#busy = false;
    this.#drop();
  }

  async #bring(chunks) {
    try {
      await this.log.lines.load(chunks, this.#ended.signal, () => {});
    } catch (problem) {
      if (!this.#ended.signal.aborted) {
        chunks.forEach((chunk) => this.#fail(chunk, problem));
      }
      return;
    }
    for (const chunk of chunks) {
      if (this.#ended.signal.aborted) return;
      if (this.#filled.has(chunk)) continue;
      if (this.log.whole || this.#near.has(chunk)) {
        this.#put(chunk);
        await pause();
      } else {
        this.log.lines.drop(chunk);
      }
    }
  }

  /** Chunks to fill next: first what is near the view, then, of a log that fits, the rest. */
  #next() {
    const waiting = (chunk) => !this.#filled.has(chunk) && !this.#failed.has(chunk) && !this.#elements.get(chunk).hidden;
    const near = [...this.#near].filter(waiting).sort((a, b) => a - b);
    if (near.length > 0 || !this.log.whole) {
      return near.slice(0, AT_ONCE);
    }
    return [...this.#elements.keys()].filter(waiting).slice(0, AT_ONCE);
  }

  #put(chunk) {
    const element = this.#elements.get(chunk);
    const [from, to] = this.#bounds(chunk);
    const { lines, gaps, citedBy, whole } = this.log;
    const lineAt = (n) => lines.line(n);
    element.replaceChildren(...chunkRows(gaps.segments(from, to), lineAt, { source: lines.source, citedBy, keepHidden: whole }));
    element.classList.add("filled");
    this.#filled.delete(chunk);
    this.#filled.add(chunk);
    this.#widen(from, to);
    this.log.filled(element, from, to);
  }

  #widen(from, to) {
    let widest = this.#columns;
    for (let n = from; n <= to; n++) {
      widest = Math.max(widest, columns(this.log.lines.line(n)?.text ?? ""));
    }
    if (widest > this.#columns) {
      this.#columns = widest;
      this.#scroller.firstElementChild.style.setProperty("--columns", widest);
    }
  }

  #drop() {
    if (this.log.whole) return;
    const far = [...this.#filled].filter((chunk) => !this.#near.has(chunk) && !this.#elements.get(chunk).contains(document.activeElement));
    const heights = far.slice(0, Math.max(0, this.#filled.size - KEPT)).map((chunk) => [chunk, this.#elements.get(chunk).offsetHeight]);
    for (const [chunk, height] of heights) {
      const element = this.#elements.get(chunk);
      element.style.setProperty("--height", height + "px");
      element.classList.remove("filled");
      element.replaceChildren();
      this.#filled.delete(chunk);
      this.log.lines.drop(chunk);
    }
  }

  #fail(chunk, problem) {
    this.#failed.add(chunk);
    const [from, to] = this.#bounds(chunk);
    const row = document.createElement("div");
    row.className = "ln failed";
    const retry = Object.assign(document.createElement("button"), { type: "button", className: "gap-open", textContent: "Retry" });
    retry.addEventListener("click", () => this.retry(chunk));
    row.append(`Lines ${from} to ${to} could not be loaded: ${problem.message} `, retry);
    this.#elements.get(chunk).replaceChildren(row);
  }
}
