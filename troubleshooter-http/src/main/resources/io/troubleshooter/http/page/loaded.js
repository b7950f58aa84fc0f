// A value that is read once for each key, such as a session at a revision.
import { update } from "./state.js";

/** Gives a function of the state: {value, problem, loading}. */
export function loaded(keyOf, read) {
  let key = null;
  let now = {};
  return (state) => {
    const wanted = keyOf(state);
    if (wanted !== key) {
      key = wanted;
      const mine = (now = { value: null, problem: null, loading: true });
      read(state).then((value) => Object.assign(mine, { value }), (problem) => Object.assign(mine, { problem })).finally(() => {
        mine.loading = false;
        update();
      });
    }
    return now;
  };
}
