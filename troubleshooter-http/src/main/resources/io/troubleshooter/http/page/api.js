// Requests to the service. What fails is a Problem that says what to do; what can succeed later is tried again.
import { state, update } from "./state.js";

/** What went wrong, as the service says it (RFC 9457), or as the browser does. */
export class Problem extends Error {
  constructor(fields, status = 0) {
    super(fields.detail ?? fields.title ?? "The service did not answer.");
    this.status = status;
    this.code = fields.code ?? "unreachable";
    this.title = fields.title ?? "The service cannot be reached";
    this.advice = fields.advice ?? "Look at the network, then try again.";
    this.requestId = fields.requestId ?? null;
    this.retryable = fields.retryable ?? true;
    this.retryAfter = fields.retryAfter ?? null;
    this.errors = fields.errors ?? [];
  }
}

const TRIES = 4;

/**
 * Sends a request and gives the parsed JSON (text where it is no JSON, null for nothing).
 * options: json | body (+ type), query {name: value}, headers, signal, once (never repeat), key (idempotency; POSTs have one anyway)
 */
export async function call(method, path, options = {}) {
  const headers = headersFor(method, options);
  const body = options.json === undefined ? options.body : JSON.stringify(options.json);
  const repeats = !options.once && !(body instanceof Blob) && !(body instanceof FormData);
  for (let attempt = 1; ; attempt++) {
    try {
      return await sent(method, withQuery(path, options.query), { headers, body, signal: options.signal });
    } catch (failed) {
      if (options.signal?.aborted) throw failed;
      if (!repeats || attempt >= TRIES || !failed.retryable || failed.code === "budget_exceeded") throw failed;
      await wait(failed.retryAfter ?? 2 ** attempt * 200 * (0.5 + Math.random()), options.signal);
    }
  }
}

async function sent(method, path, request) {
  const response = await raw(method, path, request);
  const type = response.headers.get("Content-Type") ?? "";
  if (response.status === 204) return null;
  return type.includes("json") ? response.json() : response.text();
}

/** As `call`, but gives the Response as it comes, for streams and downloads; throws a Problem unless it is good. */
export async function raw(method, path, { headers = headersFor(method, {}), body, signal } = {}) {
  let response;
  try {
    response = await fetch(path, { method, headers, body, signal, credentials: "same-origin", cache: "no-store" });
  } catch (failed) {
    if (signal?.aborted) throw failed;
    throw new Problem({ detail: "The service cannot be reached." });
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

async function problemOf(response) {
  const fields = await response.json().catch(() => ({ title: "The service failed", detail: "Status " + response.status }));
  const after = Number(response.headers.get("Retry-After"));
  const problem = new Problem(
    { retryable: response.status >= 500, ...fields, retryAfter: after > 0 ? Math.min(after, 10) * 1000 : null },
    response.status,
  );
  if (response.status === 401 && !state.share) update({ view: "login" });
  return problem;
}

function headersFor(method, { headers = {}, json, type, key }) {
  const all = { ...callerHeaders(), ...headers };
  if (json !== undefined) all["Content-Type"] = "application/json";
  if (type) all["Content-Type"] = type;
  if (method === "POST") all["Idempotency-Key"] = '"' + (key ?? newKey()) + '"';
  if (method !== "GET" && state.me?.csrf) all["X-CSRF-Token"] = state.me.csrf;
  return all;
}

/** Headers that say who calls; cookies go by themselves. */
export function callerHeaders() {
  return state.share ? { "X-Share-Token": state.share } : {};
}

export function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function withQuery(path, query) {
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return given.length === 0 ? path : path + "?" + new URLSearchParams(given);
}

export function wait(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal?.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}

export const get = (path, query, options = {}) => call("GET", path, { ...options, query });
export const post = (path, json, options = {}) => call("POST", path, { json, ...options });
export const put = (path, json, options = {}) => call("PUT", path, { json, ...options });
export const patch = (path, json) => call("PATCH", path, { json });
export const del = (path) => call("DELETE", path);

/** The path of something in the session that is shown: `inSession("/groups")`. */
export function inSession(rest, id = state.session?.id) {
  return "/v1/sessions/" + encodeURIComponent(id) + rest;
}
