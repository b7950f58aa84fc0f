// Single keys, outside of fields only; they can be switched off (WCAG 2.1.4).
import { remember, state, update } from "./state.js";
import { citations, hypothesisAt, openCitation } from "./citations.js";
import { focusSoon, linkTo } from "./navigate.js";
import { openDialog } from "./dialogs.js";
import { stopAnswer } from "./asking.js";
import { copy } from "./copy.js";

/** Key, and what it does: the list that `?` shows. */
export const KEYS = [
  ["/", "find in the evidence"],
  ["n", "next citation"],
  ["p", "previous citation"],
  ["1 ... 9", "hypothesis of this rank"],
  ["e", "evidence"],
  ["r", "report"],
  ["a", "ask"],
  ["c", "copy a link to the lines"],
  ["?", "this list"],
  ["Esc", "stop an answer; else back to the hypothesis"],
];

export function listenForKeys({ escape }) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") return onEscape(event, escape);
    if (!state.keys || state.view !== "session" || state.dialog || inField(event.target)) return;
    const act = actions[event.key] ?? (/^[1-9]$/.test(event.key) ? () => showRank(Number(event.key)) : null);
    if (act) {
      event.preventDefault();
      act();
    }
  });
}

function onEscape(event, escape) {
  if (state.dialog || event.target.closest?.("details.menu[open]")) return;
  if (state.answering) {
    stopAnswer();
  } else if (state.selection) {
    escape();
  }
}

const actions = {
  "/": () => pane(() => document.querySelector("#evidence input[type=search]")),
  n: () => step(1),
  p: () => step(-1),
  e: () => pane(() => document.getElementById("evidence")),
  r: () => {
    update({ region: "report", tab: "report" });
    focusSoon("report");
  },
  a: () => {
    update({ region: "ask", ...(narrow() ? { tab: "questions" } : {}) });
    focusSoon("question");
  },
  c: () => state.selection && copy(linkTo(state.selection), "Link copied"),
  "?": () => openDialog("keys"),
};

function pane(target) {
  update({ pane: { ...state.pane, open: true }, region: "evidence" });
  requestAnimationFrame(() => requestAnimationFrame(() => target()?.focus()));
}

function step(by) {
  const all = citations(state.diagnosis);
  if (all.length === 0) return;
  const now = all.findIndex((each) => each.id === state.selection?.via?.id);
  const next = now === -1 ? (by > 0 ? 0 : all.length - 1) : (now + by + all.length) % all.length;
  openCitation(all[next]);
}

function showRank(rank) {
  const hypothesis = hypothesisAt(rank);
  if (!hypothesis) return;
  update({ tab: "report", region: "report", opened: { ...state.opened, [hypothesis.cause]: true } });
  focusSoon("hypothesis-" + rank);
}

function narrow() {
  return matchMedia("(max-width: 759px)").matches;
}

function inField(element) {
  return element.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
}

export function switchKeys(on) {
  remember("keys", on ? null : "off");
  update({ keys: on });
}
