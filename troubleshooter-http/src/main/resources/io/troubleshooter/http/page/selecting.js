// Choosing lines by their numbers: click, shift-click and arrow keys; and copying what the log says, without the numbers.
import { linkTo, markLines, refText } from "./navigate.js";

/** Lets lines of a log be chosen. source() names the source that is shown; open(from, to) shows hidden lines. */
export function listenForChoice(view, source, open) {
  let anchor = null;
  const choose = (n, extend) => {
    anchor = extend && anchor !== null ? anchor : n;
    markLines({ source: source(), from: Math.min(anchor, n), to: Math.max(anchor, n) });
    view.setCurrent(n);
  };
  view.element.addEventListener("click", (event) => {
    const gap = event.target.closest(".gap-open");
    if (gap?.dataset.from) {
      open(Number(gap.dataset.from), Number(gap.dataset.to));
      return;
    }
    const link = event.target.closest(".no");
    if (link && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      choose(numberOf(link), event.shiftKey);
      link.focus({ preventScroll: true });
    }
  });
  view.element.addEventListener("mousedown", (event) => {
    if (event.shiftKey && event.target.closest(".no")) {
      event.preventDefault(); // or the browser selects the text in between
    }
  });
  view.element.addEventListener("pointerover", (event) => {
    const link = event.target.closest(".no");
    const time = link && view.shown?.lines.line(numberOf(link))?.time;
    if (time) link.title = time.replace("T", " ").replace("Z", " UTC");
  });
  view.element.addEventListener("keydown", (event) => move(view, event, choose));
  view.element.addEventListener("beforematch", (event) => {
    const from = Number(event.target.dataset.from);
    if (from) open(from, from);
  });
  return { startAt: (n) => (anchor = n) };
}

function numberOf(link) {
  return Number(link.dataset.no);
}

const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 20, PageUp: -20 };

function move(view, event, choose) {
  const link = event.target.closest(".no");
  if (!link) {
    return enter(view, event);
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const n = numberOf(link);
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    choose(n, event.shiftKey);
  } else if (STEPS[event.key] || event.key === "Home" || event.key === "End") {
    event.preventDefault();
    event.stopPropagation();
    go(view, target(view, n, event.key)).then((line) => event.shiftKey && choose(line, true));
  }
}

/** From the log itself the first line that is seen can be reached. */
function enter(view, event) {
  if (event.target === view.element && event.key === "Enter") {
    event.preventDefault();
    view.focusLine(view.topLine() ?? 1);
  }
}

function target(view, n, key) {
  const wanted = key === "Home" ? 1 : key === "End" ? view.total : n + STEPS[key];
  const line = Math.min(view.total, Math.max(1, wanted));
  const gap = view.shown.gaps.at(line);
  if (!gap) {
    return line;
  }
  const beyond = line > n ? gap.to + 1 : gap.from - 1;
  return beyond < 1 || beyond > view.total ? n : beyond;
}

async function go(view, n) {
  if (!view.focusLine(n)) {
    await view.jump(n, { focus: true });
  }
  document.activeElement?.scrollIntoView({ block: "nearest", inline: "nearest" });
  return n;
}

/** Whole lines are copied as the log has them, also where the page shows them cut or with signs. */
export function listenForCopies(view) {
  view.element.addEventListener("copy", (event) => {
    const selection = getSelection();
    const rows = [...view.element.querySelectorAll(".ln[data-n]")].filter((row) => selection.containsNode(row, true));
    if (rows.length < 2) {
      return;
    }
    const last = rows.length - 1;
    const texts = rows.map((row, i) => (i === 0 || i === last ? selectedText(selection, row) : null) ?? original(view, row));
    event.clipboardData.setData("text/plain", texts.join("\n"));
    event.preventDefault();
  });
}

function original(view, row) {
  return view.shown.lines.line(Number(row.dataset.n))?.text ?? "";
}

/** What is selected of a row that is selected in part; null if it is all of it. */
function selectedText(selection, row) {
  const text = row.querySelector(".text");
  if (selection.containsNode(text, false)) {
    return null;
  }
  const range = selection.getRangeAt(0).cloneRange();
  const whole = document.createRange();
  whole.selectNodeContents(text);
  if (range.compareBoundaryPoints(Range.START_TO_START, whole) < 0) {
    range.setStart(whole.startContainer, whole.startOffset);
  }
  if (range.compareBoundaryPoints(Range.END_TO_END, whole) > 0) {
    range.setEnd(whole.endContainer, whole.endOffset);
  }
  const chosen = range.toString();
  return chosen === text.textContent ? null : chosen;
}

/** Copies the address of lines, or null if the browser does not let it. */
export function copyLink(lines) {
  return navigator.clipboard.writeText(linkTo(lines)).then(() => refText(lines));
}
