#!/usr/bin/env bash
# Captures healthy systems whose logs are noisy. Run as root on Debian: healthy.sh [ID...]
# Usage and surroundings: see lib.sh.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$(realpath "$0")")/lib.sh"
need postgresql redis-server nginx haproxy nodejs git curl python3-psycopg2 python3-redis
. "$CAPTURE_DIR/stack.sh"

# bench SECONDS RATE CLIENTS: the statements of the standard input, again and again.
bench() {
  cat >"$SHOP/run/traffic.sql"
  "$PG_BIN/pgbench" -h db -U app -n -f "$SHOP/run/traffic.sql" -T "$1" -R "$2" -c "$3" shop >/dev/null 2>&1 || true
}

orders() { cat <<'SQL'
\set c random(1, 200)
\set i random(1, 50)
insert into orders (customer, item, amount) values (:c, :i, 1);
update items set stock = stock - 1 where id = :i;
SQL
}

# backend PORT MILLISECONDS: a service that knows no scanned page and whose report is slow.
backend() {
  cat >"$SHOP/run/backend.js" <<'JS'
const [port, delay] = process.argv.slice(2).map(Number);
let health = 200;
require("http").createServer((q, r) => {
  q.resume();
  if (q.url.startsWith("/health/")) health = Number(q.url.slice(8));
  if (q.url === "/health") r.statusCode = health;
  else if (q.url.includes("403")) r.statusCode = 403;
  else if (/\.env|wp-|admin|\.git|cgi|php/.test(q.url)) r.statusCode = 404;
  const wait = q.url.startsWith("/report") ? 1500 : delay;
  setTimeout(() => r.end("ok\n"), q.url.startsWith("/health") ? 0 : wait);
}).listen(port, "10.20.0.12");
JS
  background "$LOGS/backend.log" node "$SHOP/run/backend.js" "$@"
  wait_port 10.20.0.12 "$1"
}

site() { nginx_conf < <(printf '%s\n' "server { listen 10.20.0.11:80; server_name shop.example; $1 }"); }

two_servers() {
  haproxy_conf <<CONF
frontend shop_in
  bind 10.20.0.11:8000
  default_backend shop
backend shop
  option httpchk GET /health
  option redispatch
  retries 3
  http-check expect status 200
  server shop1 10.20.0.12:8080 check inter 1s fall 2 rise 2
  server shop2 10.20.0.12:8081 check inter 1s fall 2 rise 2
CONF
}

visit() { load "$@" --base http://10.20.0.11:8000; }

# run FILE: a Python program, its output is the log.
run_python() {
  PYTHONUNBUFFERED=1 /usr/bin/python3 "$@" > "$LOGS/app.log" 2>&1 || echo "exit status $?" >> "$LOGS/app.log"
  keep "$LOGS/app.log" 1-app.log
}

capture_healthy_pg_client_errors() {
  pg_init; pg_start; pg_shop
  (orders | bench 14 20 4) &
  local b=$!
  local i
  for i in 1 2 3; do
  sql app shop -c "insert into customers (name,email) values ('x','c5@shop.example')" || true
  sql app shop -c "select * from custmers" || true
  sql app shop -c "insert into items (sku, stock, price) values ('A', 'many', 3)" || true
  sql app shop -c "select 1/0" || true
  sql app shop -c "selct now()" || true
  sleep 1
  done
  sql nobody shop -c "select 1" || true
  sql app shopp -c "select 1" || true
  sql app shop -c "select pg_sleep(20)" & local q=$!
  sleep 0.5; kill -9 $q || true
  sql app shop -c "set statement_timeout='300ms'; select pg_sleep(5)" || true
  sql postgres postgres -c checkpoint || true
  wait $b
  pg_stop
  keep "$LOGS/postgresql.log" 1-postgresql.log
}

capture_healthy_app_db_restart() {
  pg_init; pg_start; pg_shop
  cat > app.py <<'PY'
import logging, time, psycopg2
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s orders: %(message)s")
log = logging.getLogger(); end = time.time() + 22; c = None
while time.time() < end:
    try:
        if c is None: c = psycopg2.connect(host="db", user="app", dbname="shop", connect_timeout=2); c.autocommit = True; log.info("connected to db")
        with c.cursor() as k: k.execute("insert into orders (customer,item,amount) values (1,1,1)")
        log.info("order stored")
    except psycopg2.Error as e:
        c = None; log.error("order failed, will retry: %s", str(e).strip())
    time.sleep(0.3)
PY
  /usr/bin/python3 app.py > "$LOGS/app.log" 2>&1 & local a=$!
  sleep 5; pg_stop; sleep 1; pg_start; wait $a || true; pg_stop
  keep "$LOGS/app.log" 1-app.log
}

capture_healthy_pg_deadlock_retried() {
  apps; pg_init; pg_conf "deadlock_timeout = 200ms"; pg_start; pg_shop
  cat > worker.py <<'PY'
import logging, random, threading, time, psycopg2
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s [%(threadName)s] stock: %(message)s")
log = logging.getLogger()
def work(n):
    c = psycopg2.connect(host="db", user="app", dbname="shop"); r = random.Random(n)
    end = time.time() + 12
    while time.time() < end:
        a, b = r.sample(range(1, 9), 2)
        for attempt in range(1, 6):
            try:
                with c, c.cursor() as k:
                    k.execute("update items set stock = stock - 1 where id = %s", (a,)); time.sleep(0.03)
                    k.execute("update items set stock = stock + 1 where id = %s", (b,))
                log.info("moved stock from %d to %d", a, b); break
            except psycopg2.errors.DeadlockDetected as e:
                log.warning("transaction failed, attempt %d of 5: %s", attempt, str(e).splitlines()[0]); time.sleep(0.05 * attempt)
        time.sleep(r.uniform(0.1, 0.3))
ts = [threading.Thread(target=work, args=(n,), name="worker-%d" % n) for n in range(3)]
[t.start() for t in ts]; [t.join() for t in ts]; log.info("all workers done")
PY
  /usr/bin/python3 worker.py > "$LOGS/worker.log" 2>&1
  pg_stop
  keep "$LOGS/worker.log" 1-worker.log; keep "$LOGS/postgresql.log" 2-postgresql.log
}

capture_healthy_redis_replica_resync() {
  apps
  redis_conf 'save ""' 'repl-diskless-sync-delay 0'
  redis_start; local m=$REDIS_PID
  printf '%s\n' 'bind 10.20.0.40' 'port 6379' "logfile $LOGS/replica.log" 'protected-mode no' 'replicaof 10.20.0.30 6379' "dir $SHOP/run" > r.conf
  redis-server r.conf & 
  /usr/bin/python3 "$SHOP/app/cart.py" 8 10 > "$LOGS/cart.log" 2>&1 || true
  kill $m; sleep 2; redis_start
  /usr/bin/python3 "$SHOP/app/cart.py" 6 10 >> "$LOGS/cart.log" 2>&1 || true
  keep "$LOGS/replica.log" 1-replica.log; keep "$LOGS/redis.log" 2-redis.log
}

capture_healthy_redis_aof_restart() {
  apps
  redis_conf 'appendonly yes' 'save 3 5'
  redis_start
  /usr/bin/python3 "$SHOP/app/cart.py" 12 20 > "$LOGS/cart.log" 2>&1 & local c=$!
  sleep 4; rcli bgrewriteaof; sleep 1; kill -9 $REDIS_PID; sleep 0.6; redis_start; wait $c || true
  rcli shutdown || true
  keep "$LOGS/cart.log" 1-cart.log; keep "$LOGS/redis.log" 2-redis.log
}

capture_healthy_nginx_scan_reset() {
  apps; backend 8080 15
  NGINX_LEVEL=info
  site 'location / { proxy_pass http://10.20.0.12:8080; } location /static/ { alias /srv/shop/web/; } location /private/ { deny all; }'
  nginx_start
  load 14 30 --mix scan --threads 8 & local l=$!
  for i in 1 2 3 4; do
    curl -s http://10.20.0.11/static/missing-$i.css >/dev/null || true
    curl -s http://10.20.0.11/private/x >/dev/null || true
    curl -s http://10.20.0.11/static/ > /dev/null || true
    printf 'GARBAGE\r\n\r\n' | timeout 1 bash -c 'exec 3<>/dev/tcp/10.20.0.11/80; cat >&3' || true
    printf '\x16\x03\x01\x02\x00' | timeout 1 bash -c 'exec 3<>/dev/tcp/10.20.0.11/80; cat >&3' || true
    sleep 1
  done
  wait $l
  nginx -c "$SHOP/etc/nginx.conf" -e "$LOGS/nginx-error.log" -s reload; sleep 1; load 3 20 --threads 4
  nginx -c "$SHOP/etc/nginx.conf" -e "$LOGS/nginx-error.log" -s quit; sleep 1
  keep "$LOGS/nginx-access.log" 1-access.log; keep "$LOGS/nginx-error.log" 2-error.log
}

capture_healthy_nginx_peer_restarts() {
  apps; backend 8080 15; backend 8081 15; local second=$PID
  nginx_conf <<'CONF'
upstream shop { server 10.20.0.12:8080; server 10.20.0.12:8081 max_fails=1 fail_timeout=2s; }
server { listen 10.20.0.11:80; location / { proxy_pass http://shop; proxy_next_upstream error timeout; } }
CONF
  nginx_start; load 5 20 --threads 6
  kill $second; load 3 20 --threads 6
  backend 8081 15; load 10 20 --threads 6
  keep "$LOGS/nginx-access.log" 1-access.log; keep "$LOGS/nginx-error.log" 2-error.log
}

capture_healthy_nginx_rate_limit() {
  apps; backend 8080 10
  nginx_conf <<'CONF'
limit_req_zone $http_user_agent zone=per:1m rate=5r/s;
server { listen 10.20.0.11:80; location / { limit_req zone=per burst=12 nodelay; limit_req_status 429; proxy_pass http://10.20.0.12:8080; } }
CONF
  nginx_start
  load 14 6 --threads 4 & local l=$!
  for i in $(seq 1 90); do curl -s -A 'greedy-bot/1.0' "http://10.20.0.11/items/$((i % 50))" >/dev/null || true; done
  wait $l
  keep "$LOGS/nginx-access.log" 1-access.log; keep "$LOGS/nginx-error.log" 2-error.log
}

capture_healthy_haproxy_down_up() {
  apps; two_servers; backend 8080 10; local first=$PID; backend 8081 10; haproxy_start
  visit 4 15 --threads 4; kill $first; visit 5 15 --threads 4; backend 8080 10; visit 8 15 --threads 4
  keep "$LOGS/haproxy.log" 1-haproxy.log
}

capture_healthy_worker_bad_messages() {
  cat > w.py <<'PY'
import json, logging, random, time
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)-8s %(name)s %(message)s"); log = logging.getLogger("consumer"); r = random.Random(5)
log.info("consumer started, queue=orders prefetch=10")
for n in range(400):
    raw = json.dumps({"id": n, "qty": r.randint(1, 9)}) if r.random() > 0.03 else r.choice(['{"id": 7, "qty": }', 'null', '{"id": "x"}', '<order/>'])
    try:
        m = json.loads(raw); log.info("order %s handled, qty %d", m["id"], m["qty"])
    except Exception:
        log.exception("message %d rejected, moved to dead-letter queue", n)
    time.sleep(0.01)
log.info("SIGTERM received, draining"); log.info("consumer stopped, 400 messages, 0 unacked")
PY
  run_python w.py
}

capture_healthy_load_few_timeouts() {
  cat > w.py <<'PY'
import collections, logging, random, socket, threading, time, urllib.request, http.server
logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s loadtest %(message)s"); log = logging.getLogger(); r = random.Random(2)
class H(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        if r.random() < 0.006: time.sleep(0.5)
        self.send_response(200); self.end_headers(); self.wfile.write(b"ok")
    def log_message(self, *a): pass
s = http.server.ThreadingHTTPServer(("127.0.0.1", 8080), H); threading.Thread(target=s.serve_forever, daemon=True).start(); c = collections.Counter()
for n in range(1500):
    t = time.time()
    try: urllib.request.urlopen("http://127.0.0.1:8080/items/%d" % (n % 50), timeout=0.3).read(); c["ok"] += 1; log.info("GET /items/%d 200 %d ms", n % 50, (time.time() - t) * 1000)
    except OSError as e: c["timeout"] += 1; log.error("GET /items/%d failed: %s", n % 50, e)
log.info("finished: %d requests, %d ok, %d failed (%.2f%%), threshold 2%%: PASSED", 1500, c["ok"], c["timeout"], c["timeout"] / 15)
PY
  run_python w.py
}

capture_healthy_git_subjects() {
  export GIT_AUTHOR_NAME=ann GIT_AUTHOR_EMAIL=a@shop.example GIT_COMMITTER_NAME=ann GIT_COMMITTER_EMAIL=a@shop.example
  {
    git init -q --bare o.git
  git clone o.git w
  cd w
  echo a > a
  git add a
  git commit -m "Fix crash on fatal error"
  git push -v origin HEAD
  git checkout -b failing-retries
  for i in 1 2 3 4
  do echo $i > "error$i.txt"
  git add .
  git commit -m "error page $i: connection refused"
  done
  git rebase HEAD~2
  git merge-base HEAD HEAD~1
  git push -u origin failing-retries
  git fetch --all -v
  git gc
  git fsck
  git stash list
  git status
  git checkout a 2>&1
  git log --oneline
  git push origin :failing-retries
  } > "$LOGS/g.log" 2>&1 || true
  keep "$LOGS/g.log" 1-git.log
}

run_cases "$@"
