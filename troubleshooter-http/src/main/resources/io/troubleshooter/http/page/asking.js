// Asks questions and follows their answers as they form. Work goes on when the page is closed: a reload takes it up again.
import { remember, remembered, state, update } from "./state.js";
import { del, get, inSession, post } from "./api.js";
import { readEvents } from "./stream.js";
import { announce } from "./announce.js";
import { note } from "./copy.js";
import { count, stageWord, status } from "./words.js";
import { shown, toolsOf } from "./session.js";
import { settled } from "./ranking.js";

const OVER = new Set(["done", "cancelled", "failed"]);

let following = null;

export function provider() {
  return state.me?.model?.available && remembered("provider") !== "offline" ? "model" : "offline";
}

export function setProvider(name) {
  remember("provider", name);
  update();
}

/** Asks; without words, for a diagnosis of what there is. */
export async function ask(words, by = provider()) {
  const id = state.session.id;
  update({ askProblem: null });
  try {
    const question = await post(inSession("/questions", id), { ...(words ? { question: words } : {}), provider: by });
    if (state.session?.id !== id) return true;
    update({ questions: [...state.questions, question] });
    followAnswer(question);
    return true;
  } catch (problem) {
    update({ askProblem: problem });
    return false;
  }
}

/** With a model that is to be used, new evidence is looked at by it without being asked. */
export function askUnprompted() {
  if (provider() === "model" && !state.answering) ask(null);
}

/** After a load: is an answer still forming? */
export function takeUp() {
  const open = state.questions.find((question) => !OVER.has(question.state));
  if (open) followAnswer(open);
  readUsage();
}

async function followAnswer(question) {
  following?.abort();
  const abort = (following = new AbortController());
  const answering = {
    id: question.id, session: state.session.id, stage: question.state === "running" ? "reading" : "queued", stages: [],
    waited: question.position, tools: [], statements: [], hypotheses: [], usage: null, lost: 0,
  };
  update({ answering });
  announce("Question sent");
  try {
    await readEvents(inSession("/questions/" + encodeURIComponent(question.id) + "/events"), (name, data) => happened(answering, name, data), {
      signal: abort.signal,
      lost: (failures) => change(answering, { lost: failures }),
    });
  } catch (problem) {
    if (!abort.signal.aborted) await ended(answering, { problem });
  }
}

function change(answering, fields) {
  Object.assign(answering, fields);
  update();
}

function happened(answering, name, data) {
  if (state.session?.id !== answering.session) return following.abort();
  if (name === "status") stage(answering, data);
  if (name === "tool") change(answering, { tools: [...answering.tools, data], lost: 0 });
  if (name === "statement") change(answering, { statements: [...answering.statements, data], lost: 0 });
  if (name === "hypothesis") change(answering, { hypotheses: [...answering.hypotheses, data], lost: 0 });
  if (name === "usage") change(answering, { usage: data });
  if (name === "error") change(answering, { problem: data });
  if (name === "done") ended(answering, data);
}

function stage(answering, { stage, state: phase, position }) {
  const next = stage ?? phase;
  if (!next || next === answering.stage) return;
  const stages = [...answering.stages, answering.stage];
  change(answering, { stage: next, stages, waited: position, lost: 0 });
  announce(stageWord(next));
}

async function ended(answering, given) {
  const id = answering.session;
  const question = given.id ? given : await get(inSession("/questions/" + answering.id, id)).catch(() => null);
  if (state.session?.id !== id) return;
  if (question) replaceQuestion(question);
  update({ answering: null, ...(given.id ? {} : { askProblem: given.problem }) });
  await newest(id);
  announce(endWord(question) + ". " + status(state));
  readUsage();
}

function replaceQuestion(question) {
  const questions = state.questions.map((each) => (each.id === question.id ? question : each));
  update({ questions, tools: toolsOf(questions) });
}

function endWord(question) {
  const words = { done: "Answer complete", cancelled: "Stopped", failed: "The answer failed" };
  const statements = question?.answer?.statements?.length;
  return (words[question?.state] ?? "The answer was lost") + (statements ? ", " + count(statements, "paragraph") : "");
}

async function newest(id) {
  try {
    const [session, diagnosis] = await Promise.all([get(inSession("", id)), get(inSession("/diagnosis", id))]);
    if (state.session?.id === id) settled({ session, diagnosis }, shown);
  } catch {
    note("The newest diagnosis could not be read; reload the page to see it");
  }
}

/** Asks it to stop; what came is kept. */
export async function stopAnswer() {
  const { answering } = state;
  if (!answering) return;
  announce("Stopping");
  await del(inSession("/questions/" + encodeURIComponent(answering.id))).catch((problem) => note(problem.message));
}

export async function readUsage() {
  if (state.share) return;
  const usage = await get("/v1/usage").catch(() => null);
  if (usage) update({ usage });
}
