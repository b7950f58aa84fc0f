// Lights up what was found, without changing the page: by the browser's own highlights, in the lines near the view.

const NAME = "find";
const MOST = 5000;
let pattern = null;

/** What to light up from now on; an empty query for nothing. A pattern that only the service understands lights up nothing. */
export function lightUp(query, regex, elements) {
  pattern = patternOf(query, regex);
  CSS.highlights?.delete(NAME);
  elements.forEach(light);
}

/** Lights up what is found in these rows, which have just come into the page. */
export function light(element) {
  if (!pattern || !CSS.highlights) return;
  const highlight = CSS.highlights.get(NAME) ?? new Highlight();
  if (highlight.size > MOST) highlight.clear();
  element.querySelectorAll(".text").forEach((text) => rangesIn(text).forEach((range) => highlight.add(range)));
  CSS.highlights.set(NAME, highlight);
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
