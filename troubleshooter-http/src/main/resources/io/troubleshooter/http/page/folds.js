/**
 * What of a source is not shown: folds (stack traces, repeated lines) and what a filter hides. A gap is a range of
 * lines {from, to, kind, count}; kind is 'trace', 'repeat' or 'hidden'. Gaps are in order and never overlap.
 */
/** A gap of fewer lines opens as a whole. */
const FEW = 60;

export class Gaps {
  #gaps;

  constructor(gaps = []) {
    this.#gaps = gaps;
  }

  /** The gap that hides this line, or null. */
  at(line) {
    const gap = this.#gaps[this.#firstEndingFrom(line)];
    return gap && gap.from <= line ? gap : null;
  }

  /** The gaps that hide any of these lines, in order. */
  within(from, to) {
    const found = [];
    for (let i = this.#firstEndingFrom(from); i < this.#gaps.length && this.#gaps[i].from <= to; i++) {
      found.push(this.#gaps[i]);
    }
    return found;
  }

  /** How many rows these lines take: each line that is shown, and one for each gap that begins here. */
  rows(from, to) {
    let rows = to - from + 1;
    for (const gap of this.within(from, to)) {
      rows -= Math.min(to, gap.to) - Math.max(from, gap.from) + 1;
      rows += gap.from >= from ? 1 : 0;
    }
    return rows;
  }

  /** What stands there in order: runs of lines {from, to, gap or null}, and gaps themselves where they begin. */
  segments(from, to) {
    const parts = [];
    let next = from;
    for (const gap of this.within(from, to)) {
      if (next < gap.from) {
        parts.push({ from: next, to: gap.from - 1, gap: null });
      }
      parts.push({ from: Math.max(from, gap.from), to: Math.min(to, gap.to), gap, begins: gap.from >= from });
      next = gap.to + 1;
    }
    if (next <= to) {
      parts.push({ from: next, to, gap: null });
    }
    return parts;
  }

  /**
   * Shows these lines: a stack trace opens as a whole, as do gaps of a few lines; of many lines only these are shown.
   * Gives the gaps that changed.
   */
  reveal(from, to) {
    const touched = this.within(from, to);
    for (const gap of touched) {
      this.#replace(gap, gap.kind === "trace" || gap.to - gap.from < FEW ? [] : without(gap, from, to));
    }
    return touched;
  }

  get list() {
    return this.#gaps;
  }

  #replace(gap, pieces) {
    this.#gaps.splice(this.#firstEndingFrom(gap.from), 1, ...pieces);
  }

  #firstEndingFrom(line) {
    let low = 0;
    let high = this.#gaps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#gaps[middle].to < line) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/**
 * The gaps of a source: its folds, open around what is cited, and what lies outside of the shown ranges.
 *
 * @param folds [[from, to, kind, count]] in order
 * @param cited [{ from, to }]
 * @param shown ranges [[from, to]] in order, or null for all
 */
export function gapsOf(folds, cited, total, shown) {
  const closed = new Gaps(folds.map(([from, to, kind, count]) => ({ from, to, kind, count })));
  for (const { from, to } of cited) {
    closed.reveal(from, to);
    const after = closed.at(to + 1);
    if (after?.kind === "trace") {
      closed.reveal(after.from, after.to);
    }
  }
  return shown === null ? closed : new Gaps(merged(closed.list, complement(shown, total)));
}

function merged(folds, hidden) {
  const outside = new Gaps(hidden);
  const pieces = folds.flatMap(fold => {
    const parts = outside.segments(fold.from, fold.to).filter(part => part.gap === null);
    return parts.filter(part => part.to > part.from).map(({ from, to }) => cut(fold, from, to));
  });
  return [...hidden, ...pieces].sort((a, b) => a.from - b.from);
}

function cut(fold, from, to) {
  return from === fold.from && to === fold.to ? fold : { from, to, kind: fold.kind, count: to - from + 1 };
}

function without(gap, from, to) {
  return [[gap.from, from - 1], [to + 1, gap.to]].filter(([first, last]) => first <= last).map(([first, last]) => cut(gap, first, last));
}

function complement(shown, total) {
  const hidden = [];
  let next = 1;
  for (const [from, to] of shown) {
    if (next < from) {
      hidden.push(hiddenGap(next, from - 1));
    }
    next = to + 1;
  }
  if (next <= total) {
    hidden.push(hiddenGap(next, total));
  }
  return hidden;
}

function hiddenGap(from, to) {
  return { from, to, kind: "hidden", count: to - from + 1 };
}

/** What a row says in the place of the lines. */
export function gapLabel({ kind, count }) {
  const n = count.toLocaleString("en");
  const lines = count === 1 ? "line" : "lines";
  return {
    trace: `${n} ${lines} of stack trace`,
    repeat: `${n} ${lines} like this`,
    hidden: `${n} ${lines} hidden by the filter`,
  }[kind];
}
