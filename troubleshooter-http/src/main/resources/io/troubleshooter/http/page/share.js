// Hands the session to others: to those who log in, with a role, or to whoever has a link, for reading, for a while.
import { html, nothing } from "./html.js";
import { state, update } from "./state.js";
import { del, inSession, post, put } from "./api.js";
import { copy, copyButton, note } from "./copy.js";
import { moment } from "./words.js";

const SPANS = [["1h", "1 hour"], ["1d", "1 day"], ["7d", "7 days"], ["30d", "30 days"]];

export function shareDialog({ session, madeLink }) {
  const shared = session.shared ?? {};
  const links = shared.links ?? [];
  return html`
    <section><h3>In your project</h3>
      <form class="row" @change=${role}>
        <label for="share-role">Others who log in</label>
        <select id="share-role" name="role">
          ${[["", "see nothing"], ["viewer", "may read"], ["analyst", "may read, if analysts"]].map(([value, label]) =>
            html`<option value=${value} ?selected=${(shared.role ?? "") === value}>${label}</option>`)}
        </select>
        <label class="check"><input type="checkbox" name="contribute" .checked=${Boolean(shared.contribute)} ?disabled=${!shared.role}> and ask, comment and add evidence</label>
      </form>
      <p class="row"><button class="small" @click=${() => copy(location.href, "Link copied")}>Copy the link to this session</button><span class="muted">needs the same login</span></p>
    </section>
    <section><h3>By a link that expires, to read only</h3>
      <form class="row" @submit=${make}>
        <label for="expires">Expires in</label>
        <select id="expires" name="expires">${SPANS.map(([value, label]) => html`<option value=${value} ?selected=${value === "1d"}>${label}</option>`)}</select>
        <button>Make a link</button>
      </form>
      ${madeLink ? html`<div class="command"><code>${madeLink}</code>${copyButton(madeLink, "link")}</div><p class="muted">It is shown this once.</p>` : nothing}
      ${links.length > 0 ? html`<table class="plain"><thead><tr><th scope="col">Made</th><th scope="col">Expires</th><th scope="col"><span class="unseen">Action</span></th></tr></thead>
        <tbody>${links.map((link) => html`<tr><td>${moment(link.created)}</td><td>${moment(link.expires)}</td>
          <td><button class="small danger" @click=${() => revoke(link)} aria-label="Revoke the link that expires ${moment(link.expires)}">revoke</button></td></tr>`)}</tbody></table>` : nothing}
    </section>`;
}

function changed(shared) {
  update({ session: { ...state.session, shared } });
}

async function role(event) {
  const { role, contribute } = event.currentTarget.elements;
  try {
    changed({ ...state.session.shared, ...(await put(inSession("/share"), { role: role.value || null, contribute: Boolean(role.value) && contribute.checked })) });
    note("Sharing changed");
  } catch (problem) {
    note(problem.message);
  }
}

async function make(event) {
  event.preventDefault();
  try {
    const link = await post(inSession("/links"), { expiresIn: event.target.elements.expires.value });
    const { id, expires } = link;
    const links = [...(state.session.shared?.links ?? []), { id, expires, created: link.created ?? new Date().toISOString() }];
    update({ madeLink: location.origin + new URL(link.url, location.origin).pathname });
    changed({ ...state.session.shared, links });
  } catch (problem) {
    note(problem.message);
  }
}

async function revoke(link) {
  try {
    await del(inSession("/links/" + encodeURIComponent(link.id)));
    changed({ ...state.session.shared, links: state.session.shared.links.filter((each) => each.id !== link.id) });
    update({ madeLink: null });
    note("Link revoked");
  } catch (problem) {
    note(problem.message);
  }
}
