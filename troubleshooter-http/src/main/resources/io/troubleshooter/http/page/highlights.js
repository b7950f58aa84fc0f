// Lights up what was found, without changing the page: by the browser's own highlights, in the lines near the view.

const NAME = "find";
const MOST = 5000;
let pattern = null;
let ranges = [];
let painting = 0;

/** What to light up from now on; an empty query for nothing. A pattern that only the service understands lights up nothing. */
export function lightUp(query, regex, elements) {
  pattern = patternOf(query, regex);
  ranges = [];
  elements.forEach(light);
  paintSoon();
}

/** Lights up what is found in these rows, which have just come into the page. */
export function light(element) {
  if (!pattern) return;
  ranges = ranges.length > MOST ? [] : ranges;
  element.querySelectorAll(".text").forEach((text) => ranges.push(...rangesIn(text)));
  paintSoon();
}

/** After the rows have been laid out: what is lit up before that is not painted in chunks that were out of view. */
function paintSoon() {
  cancelAnimationFrame(painting);
  painting = requestAnimationFrame(() => requestAnimationFrame(paint));
}

/** Paints anew what is lit up. */
export function paint() {
  CSS.highlights?.set(NAME, new Highlight(...ranges.filter(({ startContainer }) => startContainer.isConnected)));
}

/** Where in a row the first hit stands, as a rectangle; null if none is seen. */
export function placeIn(row) {
  const range = pattern && row && rangesIn(row.querySelector(".text"))[0];
  if (!range) return null;
  const live = document.createRange();
  live.setStart(range.startContainer, range.startOffset);
  live.setEnd(range.endContainer, range.endOffset);
  return live.getBoundingClientRect();
}

function patternOf(query, regex) {
  try {
    return query ? new RegExp(regex ? query : query.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"), "gi") : null;
  } catch {
    return null;
  }
}

/** Over the borders of elements: a hit may begin in a time and end in a placeholder. */
function rangesIn(element) {
  const text = element.textContent;
  const ranges = [];
  let nodes = null;
  for (const found of text.matchAll(pattern)) {
    if (found[0].length > 0) {
      nodes ??= textNodes(element);
      ranges.push(rangeOf(nodes, found.index, found.index + found[0].length));
    }
  }
  return ranges;
}

function rangeOf(nodes, from, to) {
  const [startContainer, startOffset] = at(nodes, from);
  const [endContainer, endOffset] = at(nodes, to);
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}

function at(nodes, offset) {
  const found = nodes.find(({ end }) => offset <= end) ?? nodes[nodes.length - 1];
  return [found.node, offset - found.start];
}

function textNodes(element) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  for (let node = walker.nextNode(), start = 0; node; node = walker.nextNode()) {
    nodes.push({ node, start, end: start + node.length });
    start += node.length;
  }
  return nodes;
}
