// Where exactly a time filter begins and ends: the outline has a sample of times, the lines between two samples have all.

const SPAN = 2000;

/**
 * The samples of an outline, with all times of the lines around both ends of a range.
 *
 * @param range { from, to } as ISO times
 */
export async function exactTime(lines, outline, range) {
  const { times, total } = outline;
  const ends = [Date.parse(range.from), Date.parse(range.to)];
  const exact = [];
  for (const [low, high] of gaps(times, total, ends)) {
    exact.push(...(await timesOf(lines, low, Math.min(high, low + SPAN - 1))));
  }
  const known = new Set(exact.map(([line]) => line));
  return [...times.filter(([line]) => !known.has(line)), ...exact].sort((a, b) => a[0] - b[0]);
}

/** Stretches between neighbouring samples in which the range begins or ends. */
function gaps(times, total, [from, to]) {
  const first = times.findIndex(([, at]) => at >= from);
  const beyond = times.findLastIndex(([, at]) => at <= to) + 1;
  const stretch = (i) => [times[i - 1]?.[0] ?? 1, (times[i]?.[0] ?? total + 1) - 1];
  const found = [...new Set([first < 0 ? times.length : first, beyond])].map(stretch);
  return found.filter(([low, high]) => high >= low);
}

async function timesOf(lines, from, to) {
  const answer = await lines.range(from, to);
  return answer.filter(({ time }) => time).map(({ n, time }) => [n, Date.parse(time)]);
}
