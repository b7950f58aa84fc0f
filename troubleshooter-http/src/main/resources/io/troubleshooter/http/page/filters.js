/** Which line ranges of a source a filter leaves: by level from the outline, by time from its samples. */

const LEVELS = { errors: ["ERROR", "FATAL"], warnings: ["WARN", "ERROR", "FATAL"] };

/**
 * The ranges that are shown, in order and not overlapping, or null where nothing is filtered.
 *
 * @param outline levels [[from, to, level]], times [[line, epoch milliseconds]], total
 * @param levels "errors", "warnings" (and errors) or null
 * @param time {from, to} in epoch milliseconds, or null
 * @param times more samples than the outline has, or null
 */
export function shownRanges(outline, levels, time, times = null) {
  const byLevel = LEVELS[levels] ? levelRanges(outline.levels, LEVELS[levels]) : null;
  const byTime = time ? timeRanges(times ?? outline.times, outline.total, time) : null;
  return byLevel && byTime ? both(byLevel, byTime) : byLevel ?? byTime;
}

function levelRanges(runs, wanted) {
  return joined(runs.filter(run => wanted.includes(run[2])).map(([from, to]) => [from, to]));
}

/** Lines without a time of their own belong to the last time before them, so each sample holds until the next. */
function timeRanges(times, total, { from, to }) {
  const ranges = times
    .map(([line, at], i) => [line, (times[i + 1]?.[0] ?? total + 1) - 1, at])
    .filter(([, , at]) => at >= from && at <= to)
    .map(([first, last]) => [first, last]);
  return joined(ranges);
}

function joined(ranges) {
  const out = [];
  for (const [from, to] of ranges) {
    const last = out[out.length - 1];
    if (last && from <= last[1] + 1) {
      last[1] = Math.max(last[1], to);
    } else {
      out.push([from, to]);
    }
  }
  return out;
}

function both(left, right) {
  const out = [];
  let j = 0;
  for (const [from, to] of left) {
    while (j > 0 && right[j - 1][1] >= from) {
      j--;
    }
    for (; j < right.length && right[j][0] <= to; j++) {
      if (right[j][1] >= from) {
        out.push([Math.max(from, right[j][0]), Math.min(to, right[j][1])]);
      }
    }
  }
  return out;
}
