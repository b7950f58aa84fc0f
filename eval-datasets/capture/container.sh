#!/usr/bin/env bash
# Captures services that live in one container under supervisord, all of whose logs are one stream. Run as root on Debian.
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need supervisor postgresql redis-server nginx nodejs python3-psycopg2 python3-redis iproute2
. "$CAPTURE_DIR/stack.sh"

# program NAME COMMAND [LINE...]: one more program of supervisord.
program() {
  printf '%s\n' "[program:$1]" "command=$2" 'stdout_logfile=/dev/stdout' 'stdout_logfile_maxbytes=0' \
    'redirect_stderr=true' "${@:3}" >>"$SHOP/etc/supervisord.conf"
}

# Database and cache, nginx and the shop in one container; further programs are added before.
container_up() {
  apps
  pg_init
  pg_conf 'log_connections = off' 'log_disconnections = off'
  pg_start
  pg_shop
  pg_stop
  nginx_shop
  sed -i "s#access_log [^ ]* combined#access_log /dev/stdout combined#; s#error_log [^ ]* #error_log /dev/stderr #; 1i daemon off;" \
    "$SHOP/etc/nginx.conf"
  sed -i '/^logfile/d' "$SHOP/etc/redis.conf"
  {
    printf '%s\n' '[supervisord]' 'nodaemon=true' 'user=root' 'logfile=/dev/null' 'logfile_maxbytes=0' \
      "pidfile=$SHOP/run/supervisord.pid" "directory=$SHOP"
    cat "$SHOP/etc/supervisord.conf"
  } >"$SHOP/run/supervisord.conf"
  mv "$SHOP/run/supervisord.conf" "$SHOP/etc/supervisord.conf"
  program db "$PG_BIN/postgres -D $PG_DATA" 'user=postgres'
  program cache "redis-server $SHOP/etc/redis.conf" 'user=redis'
  program web "nginx -c $SHOP/etc/nginx.conf -e /dev/stderr"
  program shop "/usr/bin/python3 -u $SHOP/app/shop.py" "environment=$1"
  background "$LOGS/container.log" supervisord -c "$SHOP/etc/supervisord.conf"
  wait_port 10.20.0.11 8080
}

# The folder for the receipts of the payment service is missing in the new image.
capture_container_payment_crash() {
  redis_conf 'save ""'
  program payment "node $SHOP/app/payment.js" "environment=RECEIPTS=\"$SHOP/receipts\"" 'startretries=3'
  container_up 'PAYMENT="http://10.20.0.12:9000",ATTEMPTS="2"'
  load 16 80
  keep "$LOGS/container.log"
}

# The volume of the append-only file of the cache is too small.
capture_container_cache_volume() {
  mkdir "$SHOP/cache"
  : >"$SHOP/etc/supervisord.conf"
  mount -t tmpfs -o size=400k cache "$SHOP/cache"
  redis_conf 'appendonly yes' 'save ""' 'auto-aof-rewrite-percentage 0'
  container_up 'SESSIONS="required",SESSION_SIZE="1500",EXPIRE="2"'
  load 13 75
  keep "$LOGS/container.log"
}

run_cases "$@"
