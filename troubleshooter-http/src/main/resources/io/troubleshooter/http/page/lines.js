// The lines of one source: outline and texts from the service, or from a tool output that the page already has.
import { get, inSession } from "./api.js";

/** Lines in a chunk, the unit of filling and dropping. */
export const CHUNK = 200;
const AT_ONCE = 2000;

/** A source of the session: asks the service, several chunks in one request where they lie side by side. */
export class RemoteLines {
  #session;
  #chunks = new Map();

  constructor(session, source) {
    this.#session = session;
    this.source = source;
  }

  outline(signal) {
    return get(inSession("/outline", this.#session), { source: this.source }, { signal });
  }

  /** The line of this number if it has been loaded and not been dropped. */
  line(n) {
    return this.#chunks.get(chunkOf(n))?.[(n - 1) % CHUNK];
  }

  has(chunk) {
    return this.#chunks.has(chunk);
  }

  drop(chunk) {
    this.#chunks.delete(chunk);
  }

  /** Loads chunks; those side by side together. Calls loaded(chunk) for each as it comes. */
  async load(chunks, signal, loaded) {
    for (const [first, last] of runs(chunks.filter((chunk) => !this.has(chunk)))) {
      const lines = await this.range(first * CHUNK + 1, (last + 1) * CHUNK, signal);
      for (let chunk = first; chunk <= last; chunk++) {
        this.#chunks.set(chunk, lines.slice((chunk - first) * CHUNK, (chunk - first + 1) * CHUNK));
        loaded(chunk);
      }
    }
  }

  /** Lines of a range, at most 2,000 of them. */
  async range(from, to, signal) {
    const answer = await get(inSession("/lines", this.#session), { source: this.source, from, to }, { signal });
    return answer.lines;
  }
}

/** What a tool answered: few lines, all of them known. */
export class ToolLines {
  #lines;

  constructor(tool) {
    this.source = tool.id;
    this.#lines = tool.output.split("\n").map((text, i) => ({ n: i + 1, text }));
  }

  async outline() {
    return { source: this.source, total: this.#lines.length, levels: [], folds: [], cited: [], times: [] };
  }

  line(n) {
    return this.#lines[n - 1];
  }

  has() {
    return true;
  }

  drop() {}

  async load(chunks, signal, loaded) {
    chunks.forEach(loaded);
  }

  async range(from, to) {
    return this.#lines.slice(from - 1, to);
  }
}

/** The text of any range, as the log has it. */
export async function textOf(lines, from, to) {
  const texts = [];
  for (let first = from; first <= to; first += AT_ONCE) {
    const part = await lines.range(first, Math.min(to, first + AT_ONCE - 1));
    texts.push(...part.filter((line) => !line.missing).map((line) => line.text));
  }
  return texts.join("\n");
}

/** The chunk that a line is in, from 0. */
export function chunkOf(n) {
  return Math.floor((n - 1) / CHUNK);
}

function runs(chunks) {
  const out = [];
  for (const chunk of [...chunks].sort((a, b) => a - b)) {
    const last = out[out.length - 1];
    if (last && chunk === last[1] + 1 && (chunk - last[0] + 1) * CHUNK <= AT_ONCE) {
      last[1] = chunk;
    } else {
      out.push([chunk, chunk]);
    }
  }
  return out;
}
