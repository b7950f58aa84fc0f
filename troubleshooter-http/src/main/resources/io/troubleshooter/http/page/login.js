// Logs in with a key; the key itself is not kept, a cookie that scripts cannot read takes its place.
import { html, nothing } from "./html.js";
import { update } from "./state.js";
import { post } from "./api.js";
import { forgotten, start } from "./session.js";
import { problemBox } from "./problems.js";

async function login(event) {
  event.preventDefault();
  const field = event.target.elements.key;
  const key = field.value.trim();
  if (!key) return;
  update({ problem: null, loggingIn: true });
  try {
    await post("/v1/login", undefined, { headers: { Authorization: "Bearer " + key }, once: true });
    field.value = "";
    update({ loggingIn: false, view: "loading" });
    await start();
  } catch (problem) {
    update({ problem, loggingIn: false, view: "login" });
    field.focus();
  }
}

export async function logout() {
  await post("/v1/logout").catch(() => null);
  update({ ...forgotten(), me: null, view: "login", problem: null });
}

export function loginView({ problem, loggingIn }) {
  return html`<main class="narrow">
    <h1 tabindex="-1">Log in</h1>
    ${problem && problem.code !== "key_required" ? problemBox(problem) : nothing}
    <form @submit=${login} autocomplete="off">
      <p><label for="key">Your key or token</label></p>
      <p><input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" required></p>
      <p><button class="primary" ?disabled=${Boolean(loggingIn)}>Log in</button></p>
    </form>
    <p class="muted">An administrator of this service gives out keys. The page keeps a login of some hours, never the key.</p>
  </main>`;
}

