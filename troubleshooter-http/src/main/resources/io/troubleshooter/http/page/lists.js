// Lists that come in pages, read when their view is first seen.
import { update } from "./state.js";

/** `read(cursor)` gives {[field]: [...], next}. `of(state, view)` gives what is there, and starts reading. */
export function listed(read, field) {
  let now = fresh();
  let seen = null;

  function fresh() {
    return { items: [], next: null, problem: null, loading: false, started: false };
  }

  async function load(cursor) {
    const mine = now;
    Object.assign(mine, { loading: true, started: true, problem: null });
    try {
      const answer = await read(cursor);
      Object.assign(mine, { items: [...mine.items, ...answer[field]], next: answer.next ?? null });
    } catch (problem) {
      mine.problem = problem;
    }
    mine.loading = false;
    update();
  }

  function again() {
    now = fresh();
    load();
  }

  return {
    of(state, view) {
      const visit = view + state.visits;
      if (seen !== visit) {
        seen = visit;
        now = fresh();
      }
      if (!now.started) load();
      return now;
    },
    again,
    more: () => load(now.next),
    change(mapping) {
      now.items = now.items.map(mapping).filter(Boolean);
      update();
    },
  };
}
