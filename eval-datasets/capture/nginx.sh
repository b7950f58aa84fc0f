#!/usr/bin/env bash
# Captures nginx cases. Run as root on Debian: nginx.sh [ID...]
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need nginx nodejs postgresql redis-server python3-psycopg2 python3-redis curl
. "$CAPTURE_DIR/stack.sh"

# A back end that answers after some milliseconds: backend PORT MILLISECONDS
backend() {
  cat >"$SHOP/run/backend.js" <<'JS'
require("http").createServer((request, response) => {
  request.resume();
  setTimeout(() => response.end("ok\n"), Number(process.argv[3]));
}).listen(Number(process.argv[2]), "10.20.0.12");
JS
  background "$LOGS/backend.log" node "$SHOP/run/backend.js" "$@"
  wait_port 10.20.0.12 "$1"
}

site() { nginx_conf < <(printf '%s\n' "server { listen 10.20.0.11:80; server_name shop.example; $1 }"); }

keep_nginx() {
  [[ ! -s $LOGS/nginx-access.log ]] || keep "$LOGS/nginx-access.log" 1-access.log
  keep "$LOGS/nginx-error.log" 2-error.log
}

capture_nginx_upstream_dead() {
  apps
  backend 8080 20
  site 'location / { proxy_pass http://10.20.0.12:8080; }'
  nginx_start
  load 5 12 --threads 4
  kill "$PID"
  load 6 12 --threads 4
  keep_nginx
}

capture_nginx_upstream_slow() {
  apps
  backend 8080 20
  backend 8090 6000
  site 'proxy_read_timeout 2s; location / { proxy_pass http://10.20.0.12:8080; } location /orders { proxy_pass http://10.20.0.12:8090; }'
  nginx_start
  load 14 20 --threads 8
  keep_nginx
}

capture_nginx_body_too_large() {
  apps
  backend 8080 10
  site 'client_max_body_size 50k; location / { proxy_pass http://10.20.0.12:8080; }'
  nginx_start
  load 8 20 --mix upload --threads 6
  keep_nginx
}

capture_nginx_no_live_upstreams() {
  apps
  nginx_conf <<'CONF'
upstream shop {
  server 10.20.0.12:8080 max_fails=2 fail_timeout=4s;
  server 10.20.0.12:8081 max_fails=2 fail_timeout=4s;
}
server { listen 10.20.0.11:80; location / { proxy_pass http://shop; } }
CONF
  backend 8080 20
  local first=$PID
  backend 8081 20
  nginx_start
  load 5 40
  kill "$first" "$PID"
  load 12 80
  keep_nginx
}

capture_nginx_worker_connections() {
  apps
  backend 8080 1500
  NGINX_CONNECTIONS=16 site 'location / { proxy_pass http://10.20.0.12:8080; }'
  nginx_start
  load 10 300 --threads 60
  keep_nginx
}

capture_nginx_config_rejected() {
  site 'location / { proxy_pas http://10.20.0.12:8080; }'
  nginx_start 2>>"$LOGS/start.log" || true
  keep "$LOGS/nginx-error.log" 1-error.log
  keep "$LOGS/start.log" 2-start.log
}

# A deployment as root left files that the workers may not read.
capture_nginx_static_denied() {
  apps
  backend 8080 10
  site 'location /static/ { alias /srv/shop/web/; } location / { proxy_pass http://10.20.0.12:8080; }'
  nginx_start
  load 4 30 --threads 4
  chmod 700 "$SHOP/web"
  load 8 30 --threads 4
  keep_nginx
}

capture_nginx_port_taken() {
  site 'location / { return 200 ok; }'
  /usr/bin/python3 -m http.server --bind 10.20.0.11 80 >/dev/null 2>&1 &
  wait_port 10.20.0.11 80
  nginx_start 2>>"$LOGS/start.log" || true
  keep "$LOGS/nginx-error.log" 1-error.log
}

capture_nginx_many_uploads_spill() {
  apps
  mkdir "$SHOP/spill"
  mount -t tmpfs -o size=200k,mode=1777 spill "$SHOP/spill"
  backend 8080 400
  site 'client_body_buffer_size 8k; location / { proxy_pass http://10.20.0.12:8080; }'
  sed -i "s#client_body_temp_path $SHOP/nginx/body#client_body_temp_path $SHOP/spill/body#" "$SHOP/etc/nginx.conf"
  nginx_start
  load 4 20 --threads 4
  load 12 60 --mix upload --threads 16
  keep_nginx
}

capture_nginx_open_files() {
  apps
  backend 8080 600
  NGINX_MAIN='worker_rlimit_nofile 24;' site 'location / { proxy_pass http://10.20.0.12:8080; }'
  nginx_start
  load 4 8 --threads 4
  load 12 60 --threads 40
  keep_nginx
}

# Scanners and impatient visitors before a healthy shop.
capture_nginx_scanners() {
  apps
  pg_init
  pg_start
  pg_shop
  redis_conf 'save ""'
  redis_start
  nginx_shop
  nginx_start
  python shop.log shop.py
  wait_port 10.20.0.11 8080
  load 24 80 --mix scan
  keep "$LOGS/nginx-access.log" 1-access.log
  [[ ! -s $LOGS/nginx-error.log ]] || keep "$LOGS/nginx-error.log" 2-error.log
  keep "$LOGS/shop.log" 3-shop.log
}

run_cases "$@"
