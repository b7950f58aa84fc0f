// Cost per day, user, model and prompt version: small bars for eyes, the same figures as tables for everybody.
import { html, svg, nothing } from "./html.js";
import { dollars } from "./words.js";

const WIDTH = 600;
const HEIGHT = 120;

export function costs({ days, byUser = [], byModel = [], byPromptVersion = [], anomalies = [] }) {
  const total = days.reduce((sum, day) => sum + day.costUsd, 0);
  if (total === 0) return html`<p>Nothing was spent in ${days.length} days.</p>`;
  return html`
    <p>${dollars(total)} in ${days.length} days.</p>
    ${anomalies.map(({ day, why }) => html`<p class="bar-note"><strong>${day}</strong> ${why}</p>`)}
    ${days.length > 0 ? chart(days) : nothing}
    <details><summary>The same as a table</summary>${dayTable(days)}</details>
    <div class="shares">${share("By user", byUser)}${share("By model", byModel)}${share("By prompt version", byPromptVersion)}</div>`;
}

function chart(days) {
  const most = Math.max(...days.map((day) => day.costUsd));
  const step = WIDTH / days.length;
  return html`<p class="muted small most">at most ${dollars(most)} a day</p>
    <svg class="costs" viewBox="0 0 ${WIDTH} ${HEIGHT + 6}" preserveAspectRatio="none" role="img" aria-label="Cost per day, ${days[0].day} to ${days.at(-1).day}, at most ${dollars(most)} a day">
      ${days.map((day, index) => bar(day, index * step, step, (day.costUsd / most) * HEIGHT))}
      ${svg`<line x1="0" x2=${WIDTH} y1=${HEIGHT + 4} y2=${HEIGHT + 4}></line>`}
    </svg>
    <p class="row spread muted small"><span>${days[0].day}</span><span>${days.at(-1).day}</span></p>`;
}

/** An anomaly has a mark above its bar as well as another colour. */
function bar(day, x, step, height) {
  return svg`<g><title>${day.day}: ${dollars(day.costUsd)}, ${day.answers} answers</title>
    <rect class=${day.anomaly ? "anomaly" : ""} x=${x + 1} y=${HEIGHT - height + 4} width=${Math.max(1, step - 2)} height=${Math.max(0, height)}></rect>
    ${day.anomaly ? svg`<path class="mark" d="M${x + 1} 0 h${Math.max(2, step - 2)} l${-(step - 2) / 2} 8 z"></path>` : nothing}</g>`;
}

function dayTable(days) {
  return html`<table class="plain"><thead><tr><th scope="col">Day</th><th scope="col" class="number">Cost</th><th scope="col" class="number">Answers</th><th scope="col">Mark</th></tr></thead>
    <tbody>${days.map((day) => html`<tr><td>${day.day}</td><td class="number">${dollars(day.costUsd)}</td><td class="number">${day.answers}</td><td>${day.anomaly ? "unusual" : ""}</td></tr>`)}</tbody></table>`;
}

function share(title, rows) {
  if (rows.length === 0) return nothing;
  const most = Math.max(...rows.map((row) => row.costUsd), 0.000001);
  return html`<div><h3>${title}</h3><table class="plain"><tbody>${rows.map((row) => html`<tr><th scope="row">${nameOf(row)}</th>
    <td><svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">${svg`<rect x="0" y="0" height="8" width=${(row.costUsd / most) * 100}></rect>`}</svg></td>
    <td class="number">${dollars(row.costUsd)}</td></tr>`)}</tbody></table></div>`;
}

function nameOf({ name, user, model, promptVersion }) {
  return name ?? user ?? model ?? promptVersion ?? "unknown";
}
