// The buckets of the timeline as bars: at most 120, neighbours put together where there are more.

const MOST = 120;

/** Bars { start, end, total, errors, warnings } with times in epoch milliseconds. */
export function bins({ buckets, bucketSeconds }) {
  const width = (bucketSeconds ?? 1) * 1000;
  const together = Math.ceil(buckets.length / MOST) || 1;
  const out = [];
  for (let i = 0; i < buckets.length; i += together) {
    const part = buckets.slice(i, i + together);
    const start = Date.parse(part[0].start);
    out.push({ start, end: start + part.length * width, total: sum(part, "total"), errors: sum(part, "errors"), warnings: sum(part, "warnings") });
  }
  return out;
}

function sum(buckets, field) {
  return buckets.reduce((total, bucket) => total + (bucket[field] ?? 0), 0);
}

/** Index of the first bar with an error, or -1. */
export function firstError(all) {
  return all.findIndex(({ errors }) => errors > 0);
}

export function sameDay(all) {
  const day = (time) => new Date(time).toISOString().slice(0, 10);
  return day(all[0].start) === day(all[all.length - 1].end - 1);
}

/** The bar that a time is in, within bounds. */
export function binOf(all, time) {
  const found = all.findIndex(({ end }) => time < end);
  return found < 0 ? all.length - 1 : found;
}

const NAMES = { "first-error": "first error", burst: "errors become frequent", gap: "nothing logged", restart: "start or restart", deploy: "deployment", alert: "alert" };
const SIGNS = { "first-error": "|", burst: "#", gap: "-", restart: "o", deploy: "D", alert: "!" };

/** What happened: { kind, name, sign, at (percent of the width), time, line, text }, in order of time. */
export function marksIn({ events }, all) {
  const start = all[0].start;
  const span = all[all.length - 1].end - start;
  return events
    .filter(({ time }) => time)
    .map(({ kind, time, line, text }) => ({
      kind, line, text, time, name: NAMES[kind] ?? kind, sign: SIGNS[kind] ?? "*",
      at: Math.max(0, Math.min(100, ((Date.parse(time) - start) / span) * 100)),
    }))
    .sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
}
