// Comments on hypotheses and lines.
import { html, nothing } from "./html.js";
import { mayContribute, state, update } from "./state.js";
import { del, inSession, post } from "./api.js";
import { openLines, parseRef, refText } from "./navigate.js";
import { closeDialog, openDialog } from "./dialogs.js";
import { note } from "./copy.js";
import { count, moment } from "./words.js";

/** Opens the comments on lines: {source, from, to}. For the evidence pane. */
export function commentOnLines(lines) {
  openDialog("comments", { on: { line: refText(lines) } });
}

/** Comments on lines that touch these: {source, from, to}. */
export function commentsOnLines({ source, from, to }) {
  return state.comments.filter((comment) => {
    const lines = parseRef(comment.on?.line ?? "");
    return lines && lines.source === source && lines.from <= to && lines.to >= from;
  });
}

function about(on) {
  if (on?.line) return commentsOnLines(parseRef(on.line));
  return state.comments.filter((comment) => comment.on?.hypothesis === on?.hypothesis);
}

export function commentButton(each) {
  const on = { hypothesis: each.cause };
  const there = about(on).length;
  return html`<button class="small" aria-haspopup="dialog" @click=${() => openDialog("comments", { on, title: each.title })}>${there > 0 ? count(there, "comment") : "Comment"}</button>`;
}

export function commentsOnHypothesis(each) {
  const there = about({ hypothesis: each.cause });
  return there.length === 0 ? nothing : html`<div class="comments"><h3>Comments</h3>${there.map(one)}</div>`;
}

function one(comment) {
  const lines = parseRef(comment.on?.line ?? "");
  const own = comment.author === state.me?.user || state.session.right === "own";
  return html`<div class="comment">
    <p class="muted small">${comment.author}, ${moment(comment.time)} ${lines ? html`<button class="ref" @click=${() => { closeDialog(); openLines(lines); }}>${refText(lines)}</button>` : nothing}
      ${own && mayContribute() ? html`<button class="small plain" @click=${() => remove(comment)}>delete</button>` : nothing}</p>
    <p class="prose">${comment.text}</p></div>`;
}

export function commentsDialog(state, { on, title }) {
  const there = about(on);
  return html`
    <p class="muted">On ${on?.line ?? title ?? "the session"}</p>
    ${there.map(one)}
    ${mayContribute() ? html`<form @submit=${(event) => send(event, on)}>
      <p><label for="comment">Your comment</label></p>
      <p><textarea id="comment" name="text" rows="3" maxlength="4000" required></textarea></p>
      <p class="row spread"><span class="muted">Secrets in it are redacted before it is kept.</span><button class="primary">Comment</button></p>
    </form>` : nothing}
  `;
}

async function send(event, on) {
  event.preventDefault();
  const field = event.target.elements.text;
  try {
    const comment = await post(inSession("/comments"), { text: field.value, on });
    field.value = "";
    update({ comments: [...state.comments, comment] });
    note("Comment added");
  } catch (problem) {
    note(problem.message);
  }
}

async function remove(comment) {
  try {
    await del(inSession("/comments/" + encodeURIComponent(comment.id)));
    update({ comments: state.comments.filter((each) => each !== comment) });
    note("Comment deleted");
  } catch (problem) {
    note(problem.message);
  }
}
