#!/usr/bin/env bash
# Captures cascades: application, proxy, database and cache, of which one is broken. Run as root on Debian.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need postgresql redis-server nginx haproxy nodejs python3-psycopg2 python3-redis iproute2 openssl \
  libpostgresql-jdbc-java libhikaricp-java
command -v javac >/dev/null || need default-jdk-headless
. "$CAPTURE_DIR/stack.sh"

# shop_up [NAME=VALUE...]: database, cache, nginx and the shop, unless they run already.
shop_up() {
  apps
  [[ -e $PG_DATA ]] || { pg_init; pg_start; pg_shop; }
  [[ -e $SHOP/etc/redis.conf ]] || redis_conf
  redis_start
  nginx_shop
  nginx_start
  env "$@" PYTHONUNBUFFERED=1 /usr/bin/python3 "$SHOP/app/shop.py" >>"$LOGS/shop.log" 2>&1 &
  wait_port 10.20.0.11 8080
}

# catalog JAVA_OPTION...: the Java service at 10.20.0.12:8081.
catalog() {
  local jars=/usr/share/java
  local path=$SHOP/app:$jars/HikariCP.jar:$jars/postgresql.jar:$jars/slf4j-api.jar:$jars/slf4j-simple.jar
  javac -cp "$path" -d "$SHOP/app" "$SHOP/app/Catalog.java"
  background "$LOGS/catalog.log" java -cp "$path" -Dorg.slf4j.simpleLogger.showDateTime=true \
    "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd HH:mm:ss.SSS" -Dorg.slf4j.simpleLogger.showShortLogName=true \
    "$@" Catalog
  wait_port 10.20.0.12 8081
}

payment() {
  env "$@" node "$SHOP/app/payment.js" >>"$LOGS/payment.log" 2>&1 &
  PID=$!
  wait_port 10.20.0.12 9000
}

# Logs of the usual four, proxy first.
keep_shop() {
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  [[ ! -s $LOGS/nginx-error.log ]] || keep "$LOGS/nginx-error.log" 2-nginx-error.log
  keep "$LOGS/shop.log" 3-shop.log
  keep "$LOGS/postgresql.log" 4-postgresql.log
  keep "$LOGS/redis.log" 5-redis.log
}

# The nightly backup writes onto the volume of the database until the write-ahead log has no room.
capture_cascade_backup_fills_volume() {
  PG_SIZE=96m
  pg_init
  pg_conf 'max_wal_size = 1GB' 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up RECYCLE=1 EXPIRE=1 NOTE=3000
  mkdir "$SHOP/db/backup"
  (load 16 75) &
  local load_pid=$! i
  sleep 6
  {
    echo "$(date '+%F %T') backup: copying cluster main to /srv/shop/db/backup"
    for ((i = 1; $(df --output=avail -k "$SHOP/db" | tail -1) > 13000; i++)); do
      head -c 4M /dev/urandom >"$SHOP/db/backup/part-$i"
      echo "$(date '+%F %T') backup: part $i written"
      sleep 0.4
    done
    echo "$(date '+%F %T') backup: done, kept for 7 days"
  } >>"$LOGS/backup.log" 2>/dev/null
  sql app shop -c "insert into orders (customer, item, amount, note) select 1, 1, 1, (select string_agg(md5(n::text || m), '') from generate_series(1, 60) m) from generate_series(1, 6000) n" \
    2>/dev/null || true
  wait "$load_pid"
  keep_shop
  keep "$LOGS/backup.log" 6-backup.log
}

# Sessions fill the cache up to its limit; without a session nobody is logged in.
capture_cascade_sessions_oom() {
  redis_conf 'maxmemory 2500kb' 'maxmemory-policy noeviction' 'save ""'
  shop_up SESSIONS=required SESSION_SIZE=6000 EXPIRE=60
  load 16 95
  keep_shop
}

# An administrator changes a table in a transaction and goes to lunch.
capture_cascade_table_lock() {
  pg_init
  pg_conf 'deadlock_timeout = 1s' 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up EXPIRE=1
  (load 20 80 --threads 60) &
  local load_pid=$!
  sleep 6
  { echo 'begin; alter table orders add column channel text;'; sleep 10; echo 'commit;'; } |
    PGAPPNAME=console sql postgres shop
  wait "$load_pid"
  keep_shop
}

# A nightly report takes the connections that the service needs.
capture_cascade_report_takes_connections() {
  pg_init
  pg_conf 'max_connections = 24'
  pg_start
  pg_shop
  apps
  catalog -Didle=1 -Dpool=12 -Ddelay=0.4
  NGINX_LEVEL=error nginx_conf <<'CONF'
server { listen 10.20.0.11:80; location / { proxy_pass http://10.20.0.12:8081; proxy_read_timeout 3s; } }
CONF
  nginx_start
  (load 7 6 --threads 3; load 18 70 --threads 50) &
  local load_pid=$!
  sleep 5
  python report.log report.py 30 0.1 12
  wait "$load_pid"
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/catalog.log" 2-catalog.log
  keep "$LOGS/postgresql.log" 3-postgresql.log
  keep "$LOGS/report.log" 4-report.log
}

# The cache is killed from outside and started again by its supervisor ten seconds later.
capture_cascade_cache_killed() {
  redis_conf 'save 5 1'
  cat >"$SHOP/run/supervise.sh" <<'SH'
while true; do
  echo "$(date '+%F %T') supervise: starting redis-server"
  setpriv --reuid redis --regid redis --clear-groups redis-server /srv/shop/etc/redis.conf
  status=$?
  echo "$(date '+%F %T') supervise: redis-server ended with status $status, next start in 10 s"
  sleep 10
done
SH
  redis_start() {
    background "$LOGS/supervise.log" bash "$SHOP/run/supervise.sh"
    wait_port cache 6379
  }
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off' 'log_min_duration_statement = 500'
  pg_start
  pg_shop
  shop_up POOL=2 EXPIRE=30 RELATED=1200000
  (load 21 80 --threads 70) &
  local load_pid=$!
  sleep 6
  kill -9 "$(rcli info server | tr -d '\r' | sed -n 's/^process_id://p')"
  wait "$load_pid"
  keep_shop
  keep "$LOGS/supervise.log" 6-supervise.log
}

# A statement of account keeps the only thread of the payment service busy; its health checks fail.
capture_cascade_payment_blocked() {
  apps
  payment STATEMENT_MS=9000
  haproxy_conf <<'CONF'
frontend payment_in
  bind 10.20.0.11:8000
  default_backend payment
backend payment
  option httpchk GET /health
  http-check expect status 200
  server p1 10.20.0.12:9000 check inter 1s fall 3 rise 2
CONF
  haproxy_start
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up PAYMENT=http://10.20.0.11:8000 ATTEMPTS=2 POOL=16
  (load 22 60 --threads 20) &
  local load_pid=$!
  sleep 8
  curl -s http://10.20.0.12:9000/statement >/dev/null || true
  wait "$load_pid"
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/shop.log" 2-shop.log
  keep "$LOGS/haproxy.log" 3-haproxy.log
  keep "$LOGS/payment.log" 4-payment.log
}

# Uploads fill the volume on which the cache keeps its snapshots.
capture_cascade_uploads_fill_volume() {
  mkdir -p "$SHOP/volume"
  mount -t tmpfs -o size=7m,mode=1777 volume "$SHOP/volume"
  mkdir -m 1777 "$SHOP/volume/uploads" "$SHOP/volume/cache"
  redis_conf "dir $SHOP/volume/cache" 'save 3 5'
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up UPLOADS="$SHOP/volume/uploads" EXPIRE=3 SESSION_SIZE=1500
  load 8 50 --mix upload
  load 9 60
  keep_shop
}

# The database password is changed; the service learns it when its connections grow old.
capture_cascade_password_rotated() {
  pg_init
  pg_start
  pg_shop
  sed -i 's/^host all all 10.20.0.0.*/host all all 10.20.0.0\/24 scram-sha-256/' "$PG_DATA/pg_hba.conf"
  as postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" reload >/dev/null
  apps
  catalog -Dlifetime=30000 -Dpool=5
  nginx_conf <<'CONF'
server { listen 10.20.0.11:80; location / { proxy_pass http://10.20.0.12:8081; proxy_read_timeout 3s; } }
CONF
  nginx_start
  (load 26 28; load 15 20) &
  local load_pid=$!
  sleep 10
  psql -X -q -h "$SHOP/run" -U postgres -c "alter role app password 'rotated-today'"
  wait "$load_pid"
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/catalog.log" 2-catalog.log
  keep "$LOGS/postgresql.log" 3-postgresql.log
}

# Of two instances one is deployed anew; its release reads a column that no migration has made.
capture_cascade_half_deployed() {
  haproxy_conf <<'CONF'
frontend shop_in
  bind 10.20.0.11:8000
  default_backend shop
backend shop
  balance roundrobin
  server shop1 10.20.0.11:8080 check inter 2s
  server shop2 10.20.0.11:8082 check inter 2s
CONF
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up EXPIRE=1
  haproxy_start
  PORT=8082 PYTHONUNBUFFERED=1 background "$LOGS/shop-2.log" /usr/bin/python3 "$SHOP/app/shop.py"
  (load 12 60 --base http://10.20.0.11:8000) &
  local load_pid=$!
  sleep 6
  kill "$PID"
  sleep 0.5
  PORT=8082 TRACES=1 RELEASE=2026.11.4 COLUMNS=", weight" PYTHONUNBUFFERED=1 \
    background "$LOGS/shop-2.log" /usr/bin/python3 "$SHOP/app/shop.py"
  wait "$load_pid"
  keep "$LOGS/haproxy.log" 1-haproxy.log
  keep "$LOGS/shop.log" 2-shop-1.log
  keep "$LOGS/shop-2.log" 3-shop-2.log
  keep "$LOGS/postgresql.log" 4-postgresql.log
}

# One server process of PostgreSQL is killed; all others have to go with it.
capture_cascade_backend_killed() {
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off' 'max_wal_size = 4GB'
  pg_start
  pg_shop
  sql app shop -c "create table archive as select n, md5(n::text) as body from generate_series(1, 2500000) n"
  shop_up EXPIRE=1
  (load 16 80 --threads 24) &
  local load_pid=$! i
  sleep 7
  for ((i = 0; i < 2; i++)); do
    kill -9 "$(psql -X -At -h "$SHOP/run" -U postgres -c "select pid from pg_stat_activity where usename = 'app' limit 1")"
    sleep 0.2
    pg_isready -q -h db -U app -d shop -t 10 || sleep 2
    sql app shop -c "create table archive_$i as select n, md5(n::text) as body from generate_series(1, 2500000) n" 2>/dev/null || true
  done
  wait "$load_pid"
  keep_shop
}

# A migration drops the index that each order needs.
capture_cascade_index_dropped() {
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off' "log_statement = 'ddl'" 'log_min_duration_statement = 900'
  pg_start
  pg_shop
  sql app shop <<'SQL'
insert into items (sku, stock, price) select 'OLD-' || n, 1, 1 from generate_series(1, 3000000) n;
vacuum analyze items;
SQL
  psql -X -q -h "$SHOP/run" -U postgres -c "alter role app set statement_timeout = '1500ms'" -c "alter role app set max_parallel_workers_per_gather = 0"
  shop_up EXPIRE=1
  (load 18 100 --threads 70) &
  local load_pid=$!
  sleep 6
  PGAPPNAME=migrate sql app shop -c 'alter table items drop constraint items_pkey'
  wait "$load_pid"
  keep_shop
}

# nginx in the middle has few connections; the proxy before it speaks of a failing server.
capture_cascade_middle_tier_connections() {
  export NGINX_CONNECTIONS=24
  haproxy_conf <<'CONF'
frontend shop_in
  bind 10.20.0.11:8000
  default_backend web
backend web
  option httpchk GET /static/index.html
  http-check expect status 200
  server web1 10.20.0.11:80 check inter 1s fall 2
CONF
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up EXPIRE=1 POOL=4 PAYMENT=http://10.20.0.12:9000
  payment
  haproxy_start
  load 5 50 --base http://10.20.0.11:8000
  load 3 300 --base http://10.20.0.11:8000 --threads 120
  keep "$LOGS/haproxy.log" 1-haproxy.log
  keep "$LOGS/nginx-error.log" 2-nginx-error.log
  keep "$LOGS/shop.log" 3-shop.log
}

# The export of the catalog forgets to give its connection back.
capture_cascade_connection_leak() {
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  apps
  catalog -Dleak=3000 -Dpool=8
  nginx_conf <<'CONF'
server { listen 10.20.0.11:80; location / { proxy_pass http://10.20.0.12:8081; proxy_read_timeout 3s; } }
CONF
  nginx_start
  (load 22 50) &
  local load_pid=$! i
  sleep 5
  for ((i = 0; i < 9; i++)); do curl -s http://10.20.0.11/export >/dev/null || true; sleep 0.8; done
  wait "$load_pid"
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/catalog.log" 2-catalog.log
  keep "$LOGS/postgresql.log" 3-postgresql.log
}

# A recommender keeps all it has learned; the heap ends, and the proxy takes the server out.
capture_cascade_heap_behind_proxy() {
  haproxy_conf <<'CONF'
frontend catalog_in
  bind 10.20.0.11:8000
  default_backend catalog
backend catalog
  option httpchk GET /items/1
  http-check expect status 200
  server c1 10.20.0.12:8081 check inter 1s fall 2 rise 2
CONF
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  apps
  catalog -Xmx64m -XX:+UseSerialGC -Dpool=8
  haproxy_start
  (load 20 90 --base http://10.20.0.11:8000) &
  local load_pid=$! i end
  sleep 6
  end=$((SECONDS + 12))
  for ((i = 0; SECONDS < end; i++)); do
    curl -s -m 2 http://10.20.0.11:8000/profiles/$i >/dev/null &
    sleep 0.06
  done
  wait "$load_pid"
  keep "$LOGS/haproxy.log" 1-haproxy.log
  keep "$LOGS/catalog.log" 2-catalog.log
}

# The name of the database is no longer known to the hosts.
capture_cascade_name_gone() {
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up RECYCLE=1 EXPIRE=1
  (load 15 80) &
  local load_pid=$!
  sleep 7
  sed '/10.20.0.20/d' "$SHOP/etc/hosts" >"$SHOP/run/hosts"
  cat "$SHOP/run/hosts" >"$SHOP/etc/hosts"
  wait "$load_pid"
  keep_shop
}

# Certificates of the inner proxy end while the outer one goes on checking them.
capture_cascade_inner_certificate() {
  mkdir -p "$SHOP/tls/new"
  (
    cd "$SHOP/tls"
    touch index
    echo 1000 >serial
    printf '%s\n' '[ca]' 'default_ca=own' '[own]' 'dir=.' 'database=index' 'serial=serial' 'new_certs_dir=new' \
      'default_md=sha256' 'policy=any' '[any]' 'commonName=supplied' >ca.cnf
    openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.crt -days 30 -subj '/CN=shop inner CA'
    openssl req -newkey rsa:2048 -nodes -keyout shop.key -out shop.csr -subj '/CN=shop-inner'
    openssl ca -batch -config ca.cnf -cert ca.crt -keyfile ca.key -in shop.csr -out shop.crt \
      -startdate "$(date -u -d '-1 day' +%y%m%d%H%M%SZ)" -enddate "$(date -u -d '+14 seconds' +%y%m%d%H%M%SZ)"
  ) >/dev/null 2>&1
  shop_up EXPIRE=1
  nginx -c "$SHOP/etc/nginx.conf" -e "$LOGS/nginx-error.log" -s stop
  sleep 0.5
  nginx_conf <<'CONF'
server {
  listen 10.20.0.11:80;
  location / {
    proxy_pass https://10.20.0.12:8443; proxy_ssl_name shop-inner; proxy_ssl_verify on; proxy_ssl_session_reuse off;
    proxy_ssl_trusted_certificate /srv/shop/tls/ca.crt;
  }
}
server {
  listen 10.20.0.12:8443 ssl;
  access_log off;
  ssl_certificate /srv/shop/tls/shop.crt; ssl_certificate_key /srv/shop/tls/shop.key;
  location / { proxy_pass http://10.20.0.11:8080; }
}
CONF
  : >"$LOGS/nginx-access.log"
  nginx_start
  load 20 50
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/nginx-error.log" 2-nginx-error.log
  keep "$LOGS/shop.log" 3-shop.log
}

# Long queries of a nightly job take all server connections of the pooler.
capture_cascade_pooler_taken() {
  need pgbouncer
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  cat >"$SHOP/etc/pgbouncer.ini" <<'INI'
[databases]
shop = host=10.20.0.20 port=5432 dbname=shop
[pgbouncer]
listen_addr = 10.20.0.20
listen_port = 6432
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
query_wait_timeout = 2
log_connections = 0
log_disconnections = 0
stats_period = 5
INI
  sed -i 's/^shop = .*/& user=app/' "$SHOP/etc/pgbouncer.ini"
  (as postgres pgbouncer "$SHOP/etc/pgbouncer.ini" 2>>"$LOGS/pgbouncer.log") &
  wait_port db 6432
  shop_up DSN="host=db port=6432 dbname=shop user=app connect_timeout=3" POOL=12 EXPIRE=1
  (load 18 80 --threads 30) &
  local load_pid=$! i
  sleep 6
  for ((i = 0; i < 5; i++)); do
    (psql -X -q -h db -p 6432 -U app -c 'select count(*), pg_sleep(8) from orders' shop >/dev/null 2>&1 || true) &
  done
  wait "$load_pid"
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/shop.log" 2-shop.log
  keep "$LOGS/pgbouncer.log" 3-pgbouncer.log
  keep "$LOGS/postgresql.log" 4-postgresql.log
}

# A payment service that drops each fifth call; the second attempt succeeds.
capture_shop_retries_succeed() {
  apps
  payment FLAKY=0.15
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  shop_up PAYMENT=http://10.20.0.12:9000 ATTEMPTS=6
  load 14 85
  keep "$LOGS/nginx-access.log" 1-nginx-access.log
  keep "$LOGS/shop.log" 2-shop.log
  keep "$LOGS/payment.log" 3-payment.log
}

run_cases "$@"
