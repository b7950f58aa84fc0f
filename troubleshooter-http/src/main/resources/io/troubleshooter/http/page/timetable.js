// The timeline as words: what happened, and a table of the bars, for readers and for fingers that cannot drag.
import { html, nothing } from "./html.js";
import { choose } from "./brush.js";
import { clockOn } from "./clock.js";
import { openLines, parseRef } from "./navigate.js";
import { count } from "./words.js";

/** @param all bars, marks what happened, days whether times need their day */
export function table(all, marks, days) {
  return html`<details class="timetable">
    <summary>${marks.length > 0 ? `${count(marks.length, "event")} and ` : ""}table</summary>
    <div class="timetable-body">
      ${marks.length > 0 ? html`<ol class="events">${marks.map((mark, i) => event(mark, i, days))}</ol>` : nothing}
      <table>
        <caption>Lines by time</caption>
        <thead><tr><th scope="col">from</th><th scope="col">errors</th><th scope="col">warnings</th><th scope="col">lines</th><th scope="col"><span class="unseen">filter</span></th></tr></thead>
        <tbody>${all.map((bar, i) => (bar.total > 0 ? row(all, bar, i, days) : nothing))}</tbody>
      </table>
    </div>
  </details>`;
}

function event({ time, name, line, text }, i, days) {
  const id = "event-" + i;
  const lines = parseRef(line ?? "");
  const open = () => openLines(lines, { id, rank: null, words: text });
  return html`<li><time>${clockOn(time, days)}</time> <b>${name}</b>
    ${lines ? html`<button class="ref" id=${id} aria-label="${line}: open these lines" @click=${open}>${line}</button>` : nothing}
    <code>${text}</code></li>`;
}

function row(all, bar, i, days) {
  const time = clockOn(bar.start, days);
  return html`<tr>
    <th scope="row">${time}</th><td>${bar.errors}</td><td>${bar.warnings}</td><td>${bar.total}</td>
    <td><button class="small" aria-label="Show the evidence from ${time}" @click=${() => choose(all, { from: i, to: i })}>only this</button>
      <button class="small" aria-label="Show the evidence from ${time} on" @click=${() => choose(all, { from: i, to: all.length - 1 })}>from here</button></td>
  </tr>`;
}
