// A hypothesis as text to paste into a ticket or a chat.
import { citationOf } from "./citations.js";
import { refText } from "./navigate.js";
import { likelihood } from "./words.js";

export function markdownOf(each) {
  const parts = ["**[" + each.rank + "] " + each.title + "** (" + likelihood(each.confidence) + " " + each.confidence.toFixed(2) + ", `" + each.cause + "`)", each.explanation];
  const cited = each.citations.map(citationOf).map((lines) => "- `" + refText(lines) + "` " + code(lines.quote));
  if (cited.length > 0) parts.push(cited.join("\n"));
  each.fixes.forEach((fix) => parts.push("Fix: " + fix.action + " (risk " + fix.risk + ", undo: " + (fix.rollback || "none") + ")" + block(fix.command)));
  each.nextChecks.forEach((check) => parts.push("Check: " + check.check + block(check.command) + (check.expect ? "\nexpect: " + check.expect : "")));
  return parts.join("\n\n") + "\n";
}

function block(command) {
  return command ? "\n\n" + fence(command) + "\n" + command + "\n" + fence(command) : "";
}

/** Longer than any run of back-ticks in what it holds. */
function fence(text) {
  return "`".repeat(Math.max(3, longest(text) + 1));
}

function code(text) {
  const quote = "`".repeat(longest(text) + 1);
  return quote + " " + text.replaceAll("\n", " ") + " " + quote;
}

function longest(text) {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}
