// Loads the session that is shown and keeps it fresh.
import { state, update } from "./state.js";
import { get, inSession } from "./api.js";
import { openFromAddress, place } from "./navigate.js";
import { arrive } from "./places.js";
import { takeUp } from "./asking.js";
import { announce } from "./announce.js";
import { status } from "./words.js";

/** Finds out who is here and goes where the address points. */
export async function start() {
  update({ share: place().share });
  try {
    update({ me: await get("/v1/me") });
  } catch (problem) {
    if (state.view !== "login") fail(problem);
    return;
  }
  return state.share ? openSession(state.me.session) : arrive();
}

/** Reads all of a session and shows it. */
export async function openSession(id) {
  const another = state.session?.id !== id;
  update({ view: "loading", problem: null, ...(another ? forgotten() : {}) });
  try {
    const session = await get(inSession("", id));
    const [diagnosis, questions] = await Promise.all([
      session.sources.length > 0 ? get(inSession("/diagnosis", id)) : null,
      get(inSession("/questions", id)).then((answer) => answer.questions),
    ]);
    shown({ session, diagnosis, questions });
    announce(status(state));
    openFromAddress();
    takeUp();
    aside(id);
  } catch (problem) {
    fail(problem);
  }
}

/** What is nice to have fails alone. */
async function aside(id) {
  const [comments, feedback] = await Promise.all([
    get(inSession("/comments", id), { limit: 200 }).catch(() => ({ comments: [] })),
    get(inSession("/feedback", id)).catch(() => ({ feedback: [] })),
  ]);
  if (state.session?.id === id) {
    const given = Object.fromEntries(feedback.feedback.map((each) => [each.cause ?? each.rank, each]));
    update({ comments: comments.comments, feedback: given });
  }
}

/** Shows new evidence or a new diagnosis; regions fetch again what they show. */
export function shown({ session, diagnosis, questions = state.questions }) {
  update({
    view: "session",
    session,
    sources: session.sources,
    diagnosis,
    questions,
    tools: toolsOf(questions),
    revision: state.revision + 1,
    problem: null,
    pane: state.pane.chosen ? state.pane : { ...state.pane, source: bestSource(diagnosis, session) },
  });
}

/** Outputs of tools, which answers cite as T1, T2, ... */
export function toolsOf(questions) {
  return questions.flatMap((question) => question.answer?.tools ?? []);
}

function bestSource(diagnosis, session) {
  return diagnosis?.hypotheses[0]?.citations[0]?.source ?? session.sources[0]?.id ?? null;
}

/** Reads the session again, after something changed it elsewhere. */
export async function refresh() {
  const id = state.session.id;
  const [session, diagnosis] = await Promise.all([get(inSession("", id)), get(inSession("/diagnosis", id))]);
  shown({ session, diagnosis });
}

export function fail(problem) {
  update({ view: state.view === "login" ? "login" : "problem", problem });
}

/** Of a session that is left nothing stays on the page. */
export function forgotten() {
  return {
    session: null, sources: [], diagnosis: null, selection: null, questions: [], answering: null,
    opened: {}, comments: [], feedback: {}, tools: [], tab: "report", region: "report",
    filters: { levels: null, timeRange: null }, pane: { open: wide(), source: null, chosen: false }, uploads: [], newer: null,
    askProblem: null, card: null, madeLink: null, ticked: {}, groupCount: 0,
  };
}

function wide() {
  return matchMedia("(min-width: 1200px)").matches;
}
