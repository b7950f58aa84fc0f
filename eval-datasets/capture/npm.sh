#!/usr/bin/env bash
# npm scripts that fail. Nothing is downloaded. Usage and surroundings: see lib.sh.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$(realpath "$0")")/lib.sh"
need nodejs
command -v npm > /dev/null || { echo "install npm first" >&2; exit 1; }

export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false npm_config_offline=true

npm_run() {
    echo "\$ npm $*"
    npm "$@" 2>&1 || echo "npm ended with status $?"
}

# The build needs a file that an earlier step should have generated; npm adds its own words after it.
capture_npm_generated_file_missing() {
    mkdir -p packages/web packages/api
    echo '{ "name": "shop", "version": "2.0.0", "private": true, "workspaces": ["packages/*"], "scripts": { "build": "npm run build --workspaces" } }' > package.json
    echo '{ "name": "@shop/api", "version": "2.0.0", "scripts": { "build": "node build.js" } }' > packages/api/package.json
    echo '{ "name": "@shop/web", "version": "2.0.0", "scripts": { "prebuild": "node -e \"console.log(1)\"", "build": "node build.js" } }' > packages/web/package.json
    echo 'console.log("api built");' > packages/api/build.js
    echo 'const routes = require("./generated/routes"); console.log(routes.length);' > packages/web/build.js
    npm_run run build > "$KEEP_DIR/build.log"
}

# Two packages ask for versions of a third that exclude one another. All of them lie in the repository.
capture_npm_peer_conflict() {
    mkdir -p vendor/ui vendor/theme
    echo '{ "name": "@shop/ui", "version": "4.1.0" }' > vendor/ui/package.json
    echo '{ "name": "@shop/theme", "version": "1.3.0", "peerDependencies": { "@shop/ui": "^3.0.0" } }' > vendor/theme/package.json
    (cd vendor/ui && npm pack --silent) > /dev/null
    (cd vendor/theme && npm pack --silent) > /dev/null
    echo '{ "name": "shop-web", "version": "1.0.0", "dependencies": { "@shop/ui": "file:vendor/ui/shop-ui-4.1.0.tgz", "@shop/theme": "file:vendor/theme/shop-theme-1.3.0.tgz" } }' > package.json
    npm_run install > "$KEEP_DIR/install.log"
}

# A package of the repository was added without a new lock file; the pipeline installs strictly.
capture_npm_lock_out_of_date() {
    mkdir -p packages/cart packages/mail
    echo '{ "name": "shop", "version": "2.0.0", "workspaces": ["packages/*"] }' > package.json
    echo '{ "name": "@shop/cart", "version": "1.0.0" }' > packages/cart/package.json
    npm install --package-lock-only --silent
    echo '{ "name": "@shop/mail", "version": "1.0.0" }' > packages/mail/package.json
    npm_run ci > "$KEEP_DIR/install.log"
}

# One test of the suite fails, and the runner of the tests says a lot about the others.
capture_npm_test_fails() {
    echo '{ "name": "shop-cart", "version": "3.2.1", "scripts": { "test": "node --test" } }' > package.json
    cat > cart.test.js << 'JS'
const test = require('node:test');
const assert = require('node:assert');

const total = items => items.reduce((sum, i) => sum + i.price * i.count, 0);
for (let n = 1; n <= 25; n++) {
  test(`error message ${n} is translated`, () => assert.ok(n));
}
test('discount of ten percent on three items', () => {
  assert.strictEqual(total([{ price: 0.1, count: 3 }]), 0.3);
});
test('timeout of the bank is handled', async () => { console.error('Error: ETIMEDOUT (simulated)'); });
JS
    npm_run test > "$KEEP_DIR/test.log"
}

run_cases "$@"
