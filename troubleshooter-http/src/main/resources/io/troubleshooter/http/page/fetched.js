// What a region shows of the session, fetched again whenever evidence or diagnosis changed, and kept while it is fetched.
import { get, inSession } from "./api.js";
import { update } from "./state.js";
import { html, nothing } from "./html.js";

export class Fetched {
  #key = null;
  #query;
  data = null;
  problem = null;

  constructor(path, query = () => ({})) {
    this.path = path;
    this.#query = query;
  }

  /** The newest that is known; begins to fetch what is newer. Null before the first answer. */
  of(state) {
    const query = this.#query();
    const key = JSON.stringify([state.session?.id, state.revision, query]);
    if (state.session && state.sources.length > 0 && key !== this.#key) {
      this.data = this.#key?.startsWith(`["${state.session.id}"`) ? this.data : null;
      this.#key = key;
      this.#fetch(key, query);
    }
    return state.sources.length > 0 ? this.data : null;
  }

  async #fetch(key, query) {
    try {
      const data = await get(inSession(this.path), query);
      if (key !== this.#key) return;
      Object.assign(this, { data, problem: null });
    } catch (problem) {
      if (key !== this.#key) return;
      this.problem = problem;
    }
    update();
  }

  /** What went wrong, and a way to try again. */
  failure(what) {
    if (!this.problem) return nothing;
    return html`<p class="problem" role="alert">${what} could not be read: ${this.problem.message}
      <button class="small" @click=${() => this.again()}>Retry</button></p>`;
  }

  again() {
    this.#key = null;
    this.problem = null;
    update();
  }
}
