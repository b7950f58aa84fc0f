// Takes the report out: to a file, or to the clipboard for a ticket.
import { html } from "./html.js";
import { inSession, raw, callerHeaders } from "./api.js";
import { copy, note } from "./copy.js";
import { item } from "./menu.js";

const FORMATS = [
  ["markdown", "Markdown", "md"],
  ["html", "HTML, one file", "html"],
  ["json", "JSON", "json"],
  ["postmortem", "Postmortem draft", "md"],
  ["text", "Text", "txt"],
];

export function exportItems(state) {
  return html`
    ${item("Copy as Markdown", copyMarkdown)}
    ${FORMATS.map(([format, label, ending]) => item(label, () => download(format, ending, state.session)))}
    ${item("Print", () => window.print())}
  `;
}

async function report(format) {
  return raw("GET", inSession("/report?format=" + format), { headers: callerHeaders() });
}

async function copyMarkdown() {
  try {
    await copy(await (await report("markdown")).text(), "Copied as Markdown");
  } catch (problem) {
    note(problem.message);
  }
}

async function download(format, ending, session) {
  try {
    const blob = await (await report(format)).blob();
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = "tst-" + session.id + (format === "postmortem" ? "-postmortem" : "") + "." + ending;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  } catch (problem) {
    note(problem.message);
  }
}
