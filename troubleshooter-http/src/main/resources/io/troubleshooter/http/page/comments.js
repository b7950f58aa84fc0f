// Comments on hypotheses and lines.
import { state } from "./state.js";
import { refText } from "./navigate.js";
import { openDialog } from "./dialogs.js";

/** Opens the comments on lines: {source, from, to}. For the evidence pane. */
export function commentOnLines(lines) {
  openDialog("comments", { on: { line: refText(lines) } });
}

/** Comments on lines that touch these: {source, from, to}. */
export function commentsOnLines({ source, from, to }) {
  return state.comments.filter((comment) => {
    const match = /^([ST]\d+):(\d+)(?:-(\d+))?$/.exec(comment.on?.line ?? "");
    return match && match[1] === source && Number(match[2]) <= to && Number(match[3] ?? match[2]) >= from;
  });
}
