// The only way in which this page makes elements: templates whose values become text nodes, never markup.
// The policy of the page forbids inline styles: no style attribute in a template, neither fixed nor bound.
export { html, svg, render, nothing } from "./lit-html.js";
