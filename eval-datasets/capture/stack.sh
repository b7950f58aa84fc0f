#!/usr/bin/env bash
# The servers that the capture scripts use, each with its log in $LOGS. Sourced after lib.sh.

as() { setpriv --reuid "$1" --regid "$1" --clear-groups "${@:2}"; }

# ---- PostgreSQL at 10.20.0.20:5432, databases shop and postgres, role app (password "shop") ----

PG_BIN=$(find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -1)
PG_DATA=$SHOP/db/main

# pg_init: makes the cluster, on a file system of PG_SIZE if that is set.
pg_init() {
  mkdir -p "$SHOP/db"
  [[ -z ${PG_SIZE:-} ]] || mount -t tmpfs -o "size=$PG_SIZE,mode=755" db "$SHOP/db"
  chown postgres: "$SHOP/db"
  as postgres "$PG_BIN/initdb" -D "$PG_DATA" -A trust --locale=C.UTF-8 >/dev/null
  pg_conf "listen_addresses = '10.20.0.20'" "unix_socket_directories = '$SHOP/run'" \
    "log_line_prefix = '%m [%p] %q%u@%d '" "lc_messages = 'C'" "shared_buffers = 16MB" \
    "log_connections = on" "log_disconnections = on" "log_checkpoints = on" "log_lock_waits = on"
  echo 'host all all 10.20.0.0/24 trust' >>"$PG_DATA/pg_hba.conf"
}

pg_conf() { printf '%s\n' "$@" >>"$PG_DATA/postgresql.conf"; }

pg_start() {
  as postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" -l "$LOGS/postgresql.log" -w -t 20 start >/dev/null
}

pg_stop() {
  as postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" -m fast -w stop >/dev/null 2>&1 || true
}

# pg_shop: role, database and tables of the shop.
pg_shop() {
  sql postgres postgres <<'SQL'
create role app login password 'shop';
create role report login password 'report';
create database shop owner app;
SQL
  sql app shop <<'SQL'
create table customers (id serial primary key, name text, email text unique);
create table items (id serial primary key, sku text, stock int, price numeric);
create table orders (id serial primary key, customer int, item int, amount int, state text default 'new', note text);
insert into customers (name, email) select 'customer ' || n, 'c' || n || '@shop.example' from generate_series(1, 200) n;
insert into items (sku, stock, price) select 'SKU-' || n, 100000, n from generate_series(1, 50) n;
SQL
}

# sql USER DATABASE: runs statements of the standard input, or of further arguments of psql.
sql() { psql -X -q -h db -U "$1" "${@:3}" "$2"; }

# ---- Redis at 10.20.0.30:6379 ----

redis_conf() {
  mkdir -p "$SHOP/cache"
  chown redis: "$SHOP/cache"
  printf '%s\n' 'bind 10.20.0.30' 'protected-mode no' "dir $SHOP/cache" 'daemonize no' \
    "logfile $LOGS/redis.log" "$@" >"$SHOP/etc/redis.conf"
}

redis_start() {
  setpriv --reuid redis --regid redis --clear-groups redis-server "$SHOP/etc/redis.conf" &
  # shellcheck disable=SC2034  # read by the callers
  REDIS_PID=$!
  wait_port cache 6379
}

rcli() { redis-cli -h cache "$@"; }

# ---- nginx at 10.20.0.11:80 ----

# nginx_conf: standard input is the inside of the http block. NGINX_MAIN: further main directives.
nginx_conf() {
  mkdir -p "$SHOP/web" "$SHOP/nginx"
  chmod 755 "$SHOP/web"
  echo '<h1>shop</h1>' >"$SHOP/web/index.html"
  {
    echo "pid $SHOP/run/nginx.pid; user www-data; worker_processes 2; error_log $LOGS/nginx-error.log ${NGINX_LEVEL:-warn};"
    echo "${NGINX_MAIN:-}"
    echo "events { worker_connections ${NGINX_CONNECTIONS:-512}; }"
    echo "http { access_log $LOGS/nginx-access.log combined; client_body_temp_path $SHOP/nginx/body;"
    echo "proxy_temp_path $SHOP/nginx/proxy; fastcgi_temp_path $SHOP/nginx/fcgi; uwsgi_temp_path $SHOP/nginx/uwsgi;"
    echo "scgi_temp_path $SHOP/nginx/scgi;"
    cat
    echo '}'
  } >"$SHOP/etc/nginx.conf"
}

# The compiled-in log path is replaced too, so that nothing is written outside.
nginx_start() { nginx -c "$SHOP/etc/nginx.conf" -e "$LOGS/nginx-error.log"; }

# nginx_shop: the usual site: everything to the application at 10.20.0.11:8080.
nginx_shop() {
  nginx_conf <<'CONF'
upstream shop { server 10.20.0.11:8080; keepalive 8; }
server {
  listen 10.20.0.11:80;
  server_name shop.example;
  location /static/ { alias /srv/shop/web/; }
  location / { proxy_pass http://shop; proxy_http_version 1.1; proxy_set_header Connection ''; proxy_connect_timeout 2s; proxy_read_timeout 3s; }
}
CONF
}

# ---- HAProxy at 10.20.0.11:8000, its log through a small syslog receiver ----

# haproxy_conf: standard input are front ends and back ends.
haproxy_conf() {
  {
    cat <<'CONF'
global
  log 127.0.0.1:514 local0
  maxconn 2000
defaults
  log global
  mode http
  option httplog
  timeout connect 1s
  timeout client 10s
  timeout server 3s
  timeout queue 2s
CONF
    cat
  } >"$SHOP/etc/haproxy.cfg"
}

haproxy_start() {
  background "$LOGS/haproxy.log" /usr/bin/python3 -u "$SHOP/app/syslog.py"
  sleep 0.5
  background "$LOGS/haproxy-stderr.log" haproxy -f "$SHOP/etc/haproxy.cfg" -W
  sleep 0.5
}

# ---- applications ----

apps() {
  mkdir -p "$SHOP/app"
  cp "$CAPTURE_DIR"/apps/* "$SHOP/app/"
}

# python LOG PROGRAM ARGUMENT...: starts a Python program in the background; its pid is in $PID.
python() {
  local log=$1
  shift
  PYTHONUNBUFFERED=1 background "$LOGS/$log" /usr/bin/python3 "$SHOP/app/$1" "${@:2}"
}

# load SECONDS RATE [ARGUMENT...]: requests against a site, see apps/load.py.
load() { /usr/bin/python3 "$SHOP/app/load.py" "$@" || true; }
