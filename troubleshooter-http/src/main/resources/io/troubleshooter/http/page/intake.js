// Brings evidence in: pasted text, files that are chosen or dropped, addresses. Big files go by an upload slot.
import { mayContribute, state, update } from "./state.js";
import { Problem, inSession, post } from "./api.js";
import { address } from "./navigate.js";
import { fail, forgotten, shown } from "./session.js";
import { announce } from "./announce.js";
import { note } from "./copy.js";
import { count, status } from "./words.js";
import { putDirectly, putFile, sha256 } from "./upload.js";
import { askUnprompted } from "./asking.js";

/** A paste of more is evidence, not a question. */
export const PASTE_LINES = 5;
export const PASTE_CHARACTERS = 500;

/** From here a file goes by an upload slot. */
const SLOT_FROM = 4 << 20;

let numbers = 0;

/** Made for evidence that could not be had; the next takes it. */
let unused = null;

export function isEvidence(text) {
  return text.length > PASTE_CHARACTERS || text.split("\n", PASTE_LINES + 1).length > PASTE_LINES;
}

export function addText(text, name = "paste") {
  return queue([new File([text], name, { type: "text/plain" })]);
}

export function addFiles(files) {
  return queue([...files]);
}

/** One after the other, so that they are numbered as they were given. */
async function queue(files) {
  if (files.length === 0) return;
  if (state.session && !mayContribute()) return note("You may read this session, not add to it");
  const waiting = files.map((file) => entry(file.name || "paste", file.size));
  update({ uploads: [...state.uploads, ...waiting] });
  for (const [index, file] of files.entries()) await oneFile(file, waiting[index]);
}

function entry(name, total) {
  return { id: ++numbers, name, total, sent: 0, stage: "waiting", abort: new AbortController() };
}

function oneFile(file, upload) {
  return bring(upload, () => (file.size > SLOT_FROM ? bySlot(file, upload) : atOnce(file, upload)));
}

function atOnce(file, upload) {
  return post(inSession("/evidence?name=" + encodeURIComponent(upload.name)), undefined, {
    body: file, type: "application/octet-stream", signal: upload.abort.signal,
  });
}

async function bySlot(file, upload) {
  const slot = await post(inSession("/uploads"), {
    name: upload.name, size: file.size, type: file.type || "text/plain", sha256: await sha256(file),
  });
  const progress = (sent) => change(upload, { sent, stage: sent < file.size ? "sending" : "reading and redacting" });
  if (slot.direct && (await putDirectly(slot.direct, file, upload, progress))) {
    return post(slot.url, undefined, { once: true, signal: upload.abort.signal });
  }
  return putFile(slot.url, file, upload, progress);
}

/** A page or a file that the service fetches itself, from public addresses. */
export function addAddress(url) {
  const upload = entry(url.replace(/^https?:\/\//, "").slice(0, 60), 0);
  update({ uploads: [...state.uploads, upload] });
  return bring(upload, () => post(inSession("/evidence"), { url }, { signal: upload.abort.signal }), "fetching and redacting");
}

/**
 * Events of CloudWatch, which the service fetches. A session that has to be made for them is shown when they are there.
 * Gives what is said of them; throws the Problem.
 */
export async function addLogs(cloudwatch, signal) {
  const before = state.session;
  const session = before ?? (unused ??= await post("/v1/sessions", {}));
  const answer = await post(inSession("/evidence", session.id), { cloudwatch }, { signal, once: true }).catch((problem) => {
    if (problem.code === "session_not_found") unused = null;
    throw problem;
  });
  if (!before && !state.session) {
    unused = null;
    show(session);
  }
  arrived(answer);
  return answer.cloudwatch;
}

async function bring(upload, send, stage = "reading and redacting") {
  if (upload.abort.signal.aborted) return;
  change(upload, { stage, sent: 0, problem: null, retry: () => bring(upload, send, stage) });
  try {
    await ensureSession();
    if (!state.uploads.includes(upload)) update({ uploads: [...state.uploads, upload] });
    arrived(await send(), upload);
  } catch (problem) {
    if (!upload.abort.signal.aborted) change(upload, { problem: problem instanceof Problem ? problem : new Problem({}) });
  }
}

function change(upload, fields) {
  Object.assign(upload, fields);
  update();
}

function arrived({ sources, session, diagnosis }, upload = null) {
  if (state.session?.id !== session.id) return;
  update({ uploads: state.uploads.filter((each) => each !== upload) });
  shown({ session, diagnosis: { citedBy: {}, ...diagnosis } });
  const lines = sources.reduce((sum, source) => sum + source.lines, 0);
  announce(count(lines, "line") + " read as " + sources.map((source) => source.id).join(", ") + ". " + status(state));
  if (state.uploads.every((each) => each.problem)) askUnprompted();
}

async function ensureSession() {
  if (state.session) return;
  show(await post("/v1/sessions", {}));
}

function show(session) {
  const { uploads } = state;
  update({ ...forgotten(), uploads, session, sources: session.sources ?? [], view: "session" });
  address({ session: session.id });
}

export function cancelUpload(upload) {
  upload.abort.abort();
  update({ uploads: state.uploads.filter((each) => each !== upload) });
}

/** The whole window takes a drop and, outside of fields, a paste. */
export function listenForDrops() {
  const welcome = () => (state.view === "session" || state.view === "empty") && !state.share && !state.dialog;
  const hint = (on) => document.body.classList.toggle("dropping", on);
  window.addEventListener("dragover", (event) => {
    event.preventDefault();
    hint(welcome());
  });
  window.addEventListener("dragleave", (event) => event.relatedTarget === null && hint(false));
  window.addEventListener("drop", (event) => {
    event.preventDefault();
    hint(false);
    if (welcome()) takeFrom(event.dataTransfer).catch(fail);
  });
  window.addEventListener("paste", (event) => {
    const inField = event.target.closest?.("input, textarea, [contenteditable]");
    if (welcome() && takeable(event.clipboardData, Boolean(inField))) {
      event.preventDefault();
      takeFrom(event.clipboardData).catch(fail);
    }
  });
}

function takeable(data, inField) {
  const text = data.getData("text/plain");
  return data.files.length > 0 || (inField ? isEvidence(text) : text.trim() !== "");
}

async function takeFrom(data) {
  if (data.files.length > 0) return addFiles(data.files);
  const text = data.getData("text/plain");
  if (/^https?:\/\/\S+$/.test(text.trim())) return addAddress(text.trim());
  return addText(text);
}

/** Lets the user choose files; the button that a drop can always be replaced by. */
export function chooseFiles() {
  const input = document.createElement("input");
  input.type = "file";
  input.multiple = true;
  input.addEventListener("change", () => addFiles(input.files));
  input.click();
}
