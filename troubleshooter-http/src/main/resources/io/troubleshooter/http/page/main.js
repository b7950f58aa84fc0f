// Puts the regions of the page in their places and keeps them drawn. A region is a module with `render(state)`, which
// gives a template, and, where it has to touch what was drawn, `rendered(state)`, called after each drawing.
import { html, render, nothing } from "./html.js";
import { state, subscribe, update } from "./state.js";
import { start } from "./session.js";
import { follow, goBack } from "./navigate.js";
import { arrive } from "./places.js";
import { listenForKeys } from "./keys.js";
import { listenForDrops } from "./intake.js";
import { standalone } from "./standalone.js";
import { splitter } from "./splitter.js";
import * as header from "./header.js";
import * as verdict from "./verdict.js";
import * as timeline from "./timeline.js";
import * as report from "./report.js";
import * as evidence from "./evidence.js";
import * as ask from "./ask.js";
import * as dialogs from "./dialogs.js";
import * as announce from "./announce.js";

const REGIONS = [header, verdict, timeline, report, evidence, ask, dialogs];

/** A region that fails takes nothing else with it. */
function part(region, name) {
  try {
    return region.render(state);
  } catch (failed) {
    console.error("region " + name, failed);
    return html`<p class="problem" role="alert">This part of the page failed (${name}). Reload the page; the session is kept.</p>`;
  }
}

function workbench() {
  return html`
    <main class="workbench" data-region=${state.region} data-pane=${state.pane.open ? "open" : "closed"}>
      <section id="verdict" aria-label="Verdict">${part(verdict, "verdict")}</section>
      <section id="timeline" aria-label="Timeline">${part(timeline, "timeline")}</section>
      <div class="columns">
        <section id="report" tabindex="-1" aria-label="Report">${part(report, "report")}</section>
        ${state.pane.open ? splitter() : nothing}
        <section id="evidence" tabindex="-1" aria-label="Evidence" ?hidden=${!state.pane.open}>${part(evidence, "evidence")}</section>
      </div>
      <section id="ask" aria-label="Ask">${part(ask, "ask")}</section>
    </main>
    ${bar()}
  `;
}

/** At phone width one region at a time is seen. */
function bar() {
  const choose = (region, tab) => () => update({ region, ...(tab ? { tab } : {}), ...(region === "evidence" ? { pane: { ...state.pane, open: true } } : {}) });
  const current = (region, tab) => (state.region === region && (!tab || state.tab === tab) ? "page" : nothing);
  return html`
    <nav class="bar" aria-label="Regions">
      <button aria-current=${current("report", "report")} @click=${choose("report", "report")}>Report</button>
      <button aria-current=${current("evidence")} @click=${choose("evidence")}>Evidence</button>
      <button aria-current=${current("report", "runbook")} @click=${choose("report", "runbook")}>Runbook</button>
      <button aria-current=${current("ask")} @click=${choose("ask", "questions")}>Ask</button>
    </nav>
  `;
}

/** By script, since the hash of the address names lines. */
function skip(id, title) {
  const jump = (event) => {
    event.preventDefault();
    document.getElementById(id)?.focus();
  };
  return html`<a class="skip" href="#${id}" @click=${jump}>${title}</a>`;
}

function page() {
  const working = state.view === "session";
  return html`
    ${working ? html`${skip("report", "To the report")}${skip("evidence", "To the evidence")}` : nothing}
    <header id="header">${part(header, "header")}</header>
    ${working ? workbench() : standalone(state)}
    ${part(dialogs, "dialogs")}
    <div id="drop-hint" aria-hidden="true"><p>Drop logs anywhere</p></div>
    ${announce.render(state)}
  `;
}

function draw() {
  const app = document.getElementById("app");
  if (!app.dataset.started) {
    app.dataset.started = "yes";
    app.replaceChildren();
  }
  render(page(), app);
  document.title = title();
  REGIONS.forEach((region) => region.rendered?.(state));
}

function title() {
  const name = state.view === "session" ? state.session?.title || state.session?.id : null;
  return name ? name + " - tst" : "tst, the infra troubleshooter";
}

subscribe(draw);
follow(arrive);
listenForKeys({ escape: goBack });
listenForDrops();
window.addEventListener("online", () => update({ online: true }));
window.addEventListener("offline", () => update({ online: false }));
start();
