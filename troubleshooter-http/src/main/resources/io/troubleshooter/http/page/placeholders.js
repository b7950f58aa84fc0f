// Redacted values: <ip:3> is one host everywhere. Pointing at one lights up all of the same.

const sheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(sheet);

/** Lights up equal placeholders under the pointer in `element`; a click hands the placeholder to `chosen`. */
export function listenForPlaceholders(element, chosen) {
  let now = null;
  const light = (name) => {
    if (name === now) return;
    now = name;
    sheet.replaceSync(name ? `.ph[data-ph="${CSS.escape(name)}"] { background: var(--same); outline: 1px solid currentColor; }` : "");
  };
  element.addEventListener("pointerover", (event) => light(event.target.dataset?.ph ?? null));
  element.addEventListener("pointerleave", () => light(null));
  element.addEventListener("click", (event) => {
    const name = event.target.dataset?.ph;
    if (name && getSelection().isCollapsed) chosen(`<${name}>`);
  });
}
