// Sends a file to a one-time address. The browser reads it from the disk as it goes; unlike `fetch`, this says how far it is.
import { Problem } from "./api.js";
import { state } from "./state.js";

/** The hash of a file is made of the whole file in memory: not of one that is larger. */
const HASHED = 256 << 20;

/** Sends it to the service; gives the parsed answer. `progress(bytes)` is called while it goes. */
export async function putFile(url, file, { abort }, progress) {
  const headers = { "Content-Type": "application/octet-stream" };
  if (state.me?.csrf) headers["X-CSRF-Token"] = state.me.csrf;
  const request = await send(url, headers, file, abort, progress);
  const answer = parsed(request.responseText);
  if (!isGood(request) || !answer) throw new Problem(answer ?? {}, request.status);
  return answer;
}

/** Sends it past the service, to where the service said. @returns whether it has come there */
export async function putDirectly({ url, headers }, file, { abort }, progress) {
  try {
    return isGood(await send(url, headers, file, abort, progress));
  } catch (failed) {
    if (abort.signal.aborted) throw failed;
    return false;
  }
}

/** 64 hexadecimal digits; undefined where they are not wanted, or cannot be had. */
export async function sha256(file) {
  if (!state.me?.features?.includes("directUploads") || !globalThis.crypto?.subtle || file.size > HASHED) return undefined;
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function send(url, headers, file, abort, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.upload.addEventListener("load", () => progress(file.size));
    request.addEventListener("load", () => resolve(request));
    request.addEventListener("error", () => reject(new Problem({ detail: "The upload was cut off. Nothing of it was kept." })));
    request.addEventListener("abort", () => reject(abort.signal.reason));
    abort.signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function isGood({ status }) {
  return status >= 200 && status < 300;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
