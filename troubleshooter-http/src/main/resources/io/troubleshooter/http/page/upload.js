// Sends a file to a one-time address. The browser reads it from the disk as it goes; unlike `fetch`, this says how far it is.
import { Problem } from "./api.js";
import { state } from "./state.js";

/** Gives the parsed answer; `progress(bytes)` is called while it goes. */
export function putFile(url, file, { abort }, progress) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("PUT", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    if (state.me?.csrf) request.setRequestHeader("X-CSRF-Token", state.me.csrf);
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.upload.addEventListener("load", () => progress(file.size));
    request.addEventListener("load", () => settle(request, resolve, reject));
    request.addEventListener("error", () => reject(new Problem({ detail: "The upload was cut off. Nothing of it was kept." })));
    request.addEventListener("abort", () => reject(abort.signal.reason));
    abort.signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function settle(request, resolve, reject) {
  const answer = parsed(request.responseText);
  if (request.status >= 200 && request.status < 300 && answer) {
    resolve(answer);
  } else {
    reject(new Problem(answer ?? {}, request.status));
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
