// Server-sent events by fetch, since EventSource sends no headers: resumes after a lost connection where it was.
import { callerHeaders, Problem, raw, wait } from "./api.js";

const LAST = new Set(["done"]);

/**
 * Reads events until `done`. `on(name, data, id)` is called for each, in order, never twice.
 * Comes back when the stream has ended; throws a Problem when it cannot be had.
 */
export async function readEvents(path, on, { after = 0, signal, lost = () => {} } = {}) {
  let last = after;
  for (let failures = 0; ; ) {
    try {
      const ended = await once(path, last, signal, (event) => {
        if (event.id !== null && event.id <= last) return;
        last = event.id ?? last;
        failures = 0;
        on(event.name, event.data, event.id);
      });
      if (ended) return;
    } catch (failed) {
      if (signal?.aborted || !(failed instanceof Problem) || !failed.retryable) throw failed;
    }
    lost(++failures);
    await wait(Math.min(15000, 300 * 2 ** failures), signal);
  }
}

async function once(path, last, signal, emit) {
  const headers = { ...callerHeaders(), Accept: "text/event-stream" };
  if (last > 0) headers["Last-Event-ID"] = String(last);
  const response = await raw("GET", path, { headers, signal });
  let ended = false;
  for await (const event of events(response.body, signal)) {
    emit(event);
    ended ||= LAST.has(event.name);
  }
  return ended;
}

async function* events(body, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  while (true) {
    const { done, value } = await reader.read().catch((failed) => {
      if (signal?.aborted) throw failed;
      return { done: true };
    });
    if (done) return;
    const blocks = (rest + value.replaceAll("\r\n", "\n")).split("\n\n");
    rest = blocks.pop();
    for (const block of blocks) {
      const event = parsed(block);
      if (event) yield event;
    }
  }
}

function parsed(block) {
  let name = "message";
  let id = null;
  const data = [];
  for (const line of block.split("\n")) {
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
    if (field === "event") name = value;
    if (field === "id") id = Number(value);
    if (field === "data") data.push(value);
  }
  return data.length === 0 ? null : { name, id, data: JSON.parse(data.join("\n")) };
}
