#!/usr/bin/env bash
# Captures HAProxy cases. Run as root on Debian: haproxy.sh [ID...]
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need haproxy nodejs curl
. "$CAPTURE_DIR/stack.sh"

# backend PORT MILLISECONDS HEALTH-STATUS: a service in Node; the status of /health can be changed by POST /health/STATUS.
backend() {
  cat >"$SHOP/run/backend.js" <<'JS'
const [port, delay] = process.argv.slice(2).map(Number);
let health = 200;
require("http").createServer((request, response) => {
  request.resume();
  if (request.url.startsWith("/health/")) health = Number(request.url.slice(8));
  if (request.url === "/health") response.statusCode = health;
  setTimeout(() => response.end("ok\n"), request.url.startsWith("/health") ? 0 : delay);
}).listen(port, "10.20.0.12");
JS
  background "$LOGS/backend.log" node "$SHOP/run/backend.js" "$@"
  wait_port 10.20.0.12 "$1"
}

two_servers() {
  haproxy_conf <<CONF
frontend shop_in
  bind 10.20.0.11:8000
  default_backend shop
backend shop
  option httpchk GET /health
  http-check expect status 200
  server shop1 10.20.0.12:8080 check inter 1s fall 3 rise 2 $1
  server shop2 10.20.0.12:8081 check inter 1s fall 3 rise 2 $1
CONF
}

visit() { load "$@" --base http://10.20.0.11:8000; }

capture_haproxy_all_down() {
  apps
  two_servers ''
  backend 8080 10
  local first=$PID
  backend 8081 10
  local second=$PID
  haproxy_start
  visit 5 15 --threads 4
  kill "$first"
  visit 6 15 --threads 4
  kill "$second"
  visit 6 15 --threads 4
  keep "$LOGS/haproxy.log"
}

# The services live, but their health page says 503 since a dependency is missing.
capture_haproxy_health_page_fails() {
  apps
  two_servers ''
  backend 8080 10
  backend 8081 10
  haproxy_start
  visit 5 20 --threads 4
  curl -s http://10.20.0.12:8080/health/503 >/dev/null
  sleep 2
  curl -s http://10.20.0.12:8081/health/503 >/dev/null
  visit 9 20 --threads 4
  keep "$LOGS/haproxy.log"
}

capture_haproxy_server_timeout() {
  apps
  two_servers ''
  sed -i 's/timeout server 3s/timeout server 1500ms/' "$SHOP/etc/haproxy.cfg"
  backend 8080 10
  backend 8081 2500
  haproxy_start
  visit 14 25 --threads 10
  keep "$LOGS/haproxy.log"
}

capture_haproxy_queue_full() {
  apps
  two_servers 'maxconn 2'
  backend 8080 900
  backend 8081 900
  haproxy_start
  visit 4 3 --threads 3
  visit 16 300 --threads 60
  keep "$LOGS/haproxy.log"
}

run_cases "$@"
