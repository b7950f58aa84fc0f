// The few marks of answers (bold, code, lists, code blocks) as elements with text in them. All else stays as it was written:
// no links, no images, no markup of any other kind can come from here.
import { html } from "./html.js";

export function prose(text) {
  return text.split(/^(```[^\n]*\n[\s\S]*?(?:^```$|$(?![\s\S])))/m).filter((part) => part.trim() !== "").map(block);
}

function block(part) {
  if (part.startsWith("```")) return html`<pre tabindex="0"><code>${part.replace(/^```[^\n]*\n/, "").replace(/\n?```\s*$/, "")}</code></pre>`;
  return part.split(/\n{2,}/).filter((each) => each.trim() !== "").map(paragraph);
}

function paragraph(text) {
  const lines = text.trim().split("\n");
  if (lines.every((line) => /^\s*[-*] /.test(line))) return html`<ul>${lines.map((line) => html`<li>${words(line.replace(/^\s*[-*] /, ""))}</li>`)}</ul>`;
  if (lines.every((line) => /^\s*\d+[.)] /.test(line))) return html`<ol>${lines.map((line) => html`<li>${words(line.replace(/^\s*\d+[.)] /, ""))}</li>`)}</ol>`;
  return html`<p class="prose">${words(text.trim())}</p>`;
}

function words(text) {
  return text.split(/(`[^`\n]+`|\*\*[^*\n]+\*\*)/).map((part) => {
    if (/^`.+`$/.test(part)) return html`<code>${part.slice(1, -1)}</code>`;
    if (/^\*\*.+\*\*$/.test(part)) return html`<strong>${part.slice(2, -2)}</strong>`;
    return part;
  });
}
