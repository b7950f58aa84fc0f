// Find in all lines of the session: the service searches, the page steps through the hits where they stand.
import { get, inSession } from "./api.js";
import { state, update } from "./state.js";
import { announce } from "./announce.js";

const PAGE = 200;
/** Pages that are looked through for the hit nearest to the reader. */
const PAGES = 10;
const TYPING = 250;

const nothingFound = () => ({ hits: [], total: null, complete: true, next: null, index: -1, busy: false, problem: null });

/** What is looked for, and what was found: hits so far loaded, total, index of the hit one stands on (-1: none yet). */
export const find = { query: "", regex: false, ...nothingFound() };

let timer = 0;
let running = null;
let show = () => {};
let stand = () => ({ source: "S1", line: 1 });

/** @param places show(hit): goes to a hit; stand(): {source, line} where the reader is */
export function listenForFinds(places) {
  ({ show, stand } = places);
}

/** Looks for this a moment after the last key. */
export function type(query) {
  find.query = query;
  clearTimeout(timer);
  timer = setTimeout(search, query ? TYPING : 0);
  update();
}

/** Looks for this at once, as a link in a list of entities does. */
export function findNow(query, regex = false) {
  clearTimeout(timer);
  Object.assign(find, { query, regex });
  return search();
}

export function switchRegex() {
  find.regex = !find.regex;
  return search();
}

/** Forgets what was found, since the evidence has changed or nothing is looked for. */
export function clearFind() {
  clearTimeout(timer);
  running?.abort();
  Object.assign(find, { query: "" }, nothingFound());
  show(null);
  update();
}

async function search() {
  running?.abort();
  running = new AbortController();
  Object.assign(find, nothingFound());
  if (!find.query) {
    show(null);
    return update();
  }
  find.busy = true;
  update();
  const { signal } = running;
  await more(signal);
  for (let page = 1; page < PAGES && find.next !== null && !signal.aborted && nearest() < 0; page++) {
    await more(signal);
  }
  if (signal.aborted) return;
  find.busy = false;
  update();
  if (find.hits.length > 0) {
    return to(Math.max(0, nearest()));
  }
  show(null);
  announce(find.problem ? "The search failed" : find.total === 0 ? "Nothing found" : "");
}

/** Loads the next hits. */
async function more(signal) {
  try {
    const query = { q: find.query, regex: find.regex || undefined, limit: PAGE, cursor: find.next };
    const answer = await get(inSession("/search"), query, { signal });
    find.hits.push(...answer.hits);
    Object.assign(find, { total: answer.total, complete: answer.complete !== false, next: answer.next ?? null });
  } catch (problem) {
    if (signal.aborted) return;
    Object.assign(find, { problem, next: null });
  }
}

/** The first hit at the reader's place or after it; -1 if it is not among those loaded. */
function nearest() {
  const here = stand();
  const place = ({ source, line }) => [state.sources.findIndex(({ id }) => id === source), line];
  const [source, line] = place(here);
  return find.hits.findIndex((hit) => {
    const [other, at] = place(hit);
    return other > source || (other === source && at >= line);
  });
}

/** Goes to the next hit (1) or the one before (-1), around the end too. */
export async function step(by) {
  if (find.busy || find.hits.length === 0) return;
  const signal = running.signal;
  const wanted = find.index + by;
  find.busy = true;
  while ((wanted < 0 || wanted >= find.hits.length) && find.next !== null && !signal.aborted) {
    await more(signal);
    if (wanted > 0) break;
  }
  find.busy = false;
  if (!signal.aborted) {
    to((wanted + find.hits.length) % find.hits.length);
  }
}

function to(index) {
  find.index = index;
  const hit = find.hits[index];
  announce(`Hit ${index + 1} of ${find.total}, ${hit.source} line ${hit.line}`);
  update();
  show(hit);
}

/** "3 of 37", "no hits", or what is wrong with the pattern. */
export function findStatus() {
  if (find.problem) return find.problem.message;
  if (find.total === null || (find.busy && find.index < 0)) return find.busy ? "searching" : "";
  if (find.total === 0) return "no hits";
  const total = (find.complete ? "" : "more than ") + find.total.toLocaleString("en");
  return `${(find.index + 1).toLocaleString("en")} of ${total}`;
}
