// A small drawing of counts over time; the words beside it say the same.
import { svg } from "./html.js";

const BARS = 40;

export function sparkline(counts) {
  const each = Math.ceil(counts.length / BARS) || 1;
  const sums = [];
  for (let i = 0; i < counts.length; i += each) {
    sums.push(counts.slice(i, i + each).reduce((sum, n) => sum + n, 0));
  }
  const most = Math.max(1, ...sums);
  const height = (n) => (n === 0 ? 0 : Math.max(1.5, (n / most) * 20));
  return svg`<svg class="sparkline" viewBox="0 0 ${sums.length * 3} 20" preserveAspectRatio="none" aria-hidden="true">
    ${sums.map((n, i) => svg`<rect x=${i * 3} width="2.4" y=${20 - height(n)} height=${height(n)}></rect>`)}
  </svg>`;
}
