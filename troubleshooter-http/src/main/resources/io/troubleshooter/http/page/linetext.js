/** A log line as nodes: text stays text; time, level, placeholders and control characters get an element each. */

const LONGEST = 1000;
const TOKENS = new RegExp(
  [
    '(?<ph><[a-z][a-z0-9-]{0,40}:\\d{1,9}>)',
    '(?<cc>[\\u0000-\\u0008\\u000a-\\u001f\\u007f-\\u009f\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff])',
  ].join("|"),
  "g",
);
const TIME = /^\[?(?:\d{4}[-/]\d\d[-/]\d\d[T ])?\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z| ?[+-]\d\d:?\d\d| UTC)?\]?/;
const WORDS = {
  FATAL: /\b(?:FATAL|CRITICAL|CRIT|ALERT|EMERG|PANIC)\b/i,
  ERROR: /\b(?:ERROR|ERR|SEVERE)\b/i,
  WARN: /\b(?:WARNING|WARN)\b/i,
};

/** The nodes of a line; a long one ends in a button that shows all of it. */
export function lineNodes(text, level) {
  const shown = text.length > LONGEST ? text.slice(0, safeEnd(text)) : text;
  const nodes = styled(shown, level);
  if (shown.length < text.length) {
    nodes.push(allButton(text, level));
  }
  return nodes;
}

/** Columns that a line takes, wide characters as two, tabs as up to eight; only what is shown counts. */
export function columns(text) {
  const shown = Math.min(text.length, LONGEST + 30);
  let wide = 0;
  for (let i = 0; i < shown; i++) {
    const code = text.charCodeAt(i);
    wide += code >= 0x1100 ? 1 : code === 9 ? 7 : 0;
  }
  return shown + wide;
}

function safeEnd(text) {
  const code = text.charCodeAt(LONGEST - 1);
  return code >= 0xd800 && code < 0xdc00 ? LONGEST - 1 : LONGEST;
}

function styled(text, level) {
  const nodes = [];
  const head = TIME.exec(text)?.[0] ?? "";
  if (head) {
    nodes.push(element("time-text", head));
  }
  const word = WORDS[level]?.exec(text.slice(head.length, head.length + 120));
  if (word) {
    const at = head.length + word.index;
    plain(text.slice(head.length, at), nodes);
    nodes.push(element("level-text", word[0]));
    plain(text.slice(at + word[0].length), nodes);
  } else {
    plain(text.slice(head.length), nodes);
  }
  return nodes;
}

function plain(text, nodes) {
  let done = 0;
  for (const found of text.matchAll(TOKENS)) {
    if (found.index > done) {
      nodes.push(text.slice(done, found.index));
    }
    nodes.push(found.groups.ph ? placeholder(found[0]) : control(found[0]));
    done = found.index + found[0].length;
  }
  if (done < text.length) {
    nodes.push(text.slice(done));
  }
}

function placeholder(text) {
  const node = element("ph", text);
  node.dataset.ph = text.slice(1, -1);
  return node;
}

/** A control or direction character, named and without effect. */
function control(character) {
  const code = character.codePointAt(0);
  const name = `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
  const node = element("cc", code < 32 ? String.fromCodePoint(0x2400 + code) : `[${name}]`);
  node.title = name;
  return node;
}

function allButton(text, level) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show-all";
  button.textContent = `show all ${text.length.toLocaleString("en")} characters`;
  button.addEventListener("click", () => {
    const holder = button.parentElement;
    holder.classList.add("whole");
    holder.replaceChildren(...styled(text, level));
    holder.closest(".ln")?.querySelector(".no")?.focus({ preventScroll: true });
  });
  return button;
}

function element(name, text) {
  const node = document.createElement("span");
  node.className = name;
  node.textContent = text;
  return node;
}
