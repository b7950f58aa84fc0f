/** The elements of some lines: a row each, a row for each gap. No markup is parsed; text goes in as text nodes. */

import { gapLabel } from "./folds.js";
import { lineNodes } from "./linetext.js";

const SIGNS = { FATAL: "F", ERROR: "E", WARN: "W" };

/**
 * Rows for the segments of a chunk.
 *
 * @param segments as {@link Gaps#segments} gives them
 * @param lineAt gives the line of a number, with n, text, level, missing
 * @param options source id; citedBy(line) gives the ranks; keepHidden: folded lines stay findable by the browser
 */
export function chunkRows(segments, lineAt, options) {
  return segments.flatMap(segment => {
    if (segment.gap === null) {
      return rowsOf(segment, lineAt, options);
    }
    const rows = segment.begins ? [gapRow(segment.gap)] : [];
    return options.keepHidden ? [...rows, hiddenRows(segment, lineAt, options)] : rows;
  });
}

function rowsOf({ from, to }, lineAt, options) {
  const rows = [];
  for (let n = from; n <= to; n++) {
    rows.push(lineRow(lineAt(n) ?? { n, text: "", missing: true }, options));
  }
  return rows;
}

function lineRow(line, { source, citedBy }) {
  const row = document.createElement("div");
  row.className = "ln";
  row.dataset.n = line.n;
  if (SIGNS[line.level] && begins(line)) {
    row.dataset.level = line.level;
  }
  const text = document.createElement("span");
  text.className = line.missing ? "text missing" : "text";
  text.append(...(line.missing ? ["this line was not kept"] : lineNodes(line.text, line.level)));
  row.append(gutter(line, source), text);
  markCited(row, citedBy(line.n));
  return row;
}

/** The level is that of a record; it is shown once for each. */
function begins({ n, record }) {
  return !record || record[0] === n;
}

function gutter(line, source) {
  const link = document.createElement("a");
  link.className = "no";
  link.href = `${location.pathname}${location.search}#${source}:${line.n}`;
  link.tabIndex = -1;
  link.dataset.no = line.n;
  link.dataset.sign = begins(line) ? SIGNS[line.level] ?? "" : "";
  link.setAttribute("aria-label", spoken(line, []));
  return link;
}

/** Marks a row as cited by hypotheses of these ranks, or by none. */
export function markCited(row, ranks) {
  const cited = ranks.join(" ");
  if ((row.dataset.cited ?? "") === cited) {
    return;
  }
  if (cited) {
    row.dataset.cited = cited;
  } else {
    delete row.dataset.cited;
  }
  const line = { n: row.dataset.n, level: row.dataset.level };
  row.firstElementChild.setAttribute("aria-label", spoken(line, ranks));
}

function spoken({ n, level }, ranks) {
  const parts = [`line ${n}`];
  if (SIGNS[level]) {
    parts.push({ FATAL: "fatal", ERROR: "error", WARN: "warning" }[level]);
  }
  if (ranks.length > 0) {
    parts.push(`cited by ${ranks.join(", ")}`);
  }
  return parts.join(", ");
}

function hiddenRows(segment, lineAt, options) {
  const holder = document.createElement("div");
  holder.className = "folded";
  holder.setAttribute("hidden", "until-found");
  holder.dataset.from = segment.gap.from;
  holder.append(...rowsOf(segment, lineAt, options));
  return holder;
}

function gapRow(gap) {
  const row = document.createElement("div");
  row.className = `ln gap ${gap.kind}`;
  row.dataset.from = gap.from;
  row.dataset.to = gap.to;
  const label = document.createElement("span");
  label.className = "gap-label";
  label.textContent = gapLabel(gap);
  row.append(label, ...buttons(gap));
  return row;
}

function buttons(gap) {
  if (gap.kind !== "hidden" || gap.count <= 60) {
    return [openButton(gap.kind === "hidden" ? "show" : "unfold", gap.from, gap.to, gapLabel(gap))];
  }
  return [
    openButton("first 20", gap.from, gap.from + 19, `lines ${gap.from} to ${gap.from + 19}`),
    openButton("last 20", gap.to - 19, gap.to, `lines ${gap.to - 19} to ${gap.to}`),
  ];
}

function openButton(label, from, to, name) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "gap-open";
  button.textContent = label;
  button.setAttribute("aria-label", `${label}: ${name}`);
  button.dataset.from = from;
  button.dataset.to = to;
  return button;
}
