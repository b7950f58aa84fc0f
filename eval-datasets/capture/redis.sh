#!/usr/bin/env bash
# Captures Redis cases. Run as root on Debian: redis.sh [ID...]
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need redis-server python3-redis
. "$CAPTURE_DIR/stack.sh"

cart() { PYTHONUNBUFFERED=1 /usr/bin/python3 "$SHOP/app/cart.py" "$@" >>"$LOGS/cart.log" 2>&1 || true; }

keep_cart() {
  keep "$LOGS/cart.log" 1-cart.log
  keep "$LOGS/redis.log" 2-redis.log
}

capture_redis_oom() {
  apps
  redis_conf 'maxmemory 2mb' 'maxmemory-policy noeviction' 'save ""'
  redis_start
  cart 20 60
  keep_cart
}

# The folder of the snapshots belongs to somebody else since the volume was restored.
capture_redis_snapshot_denied() {
  apps
  redis_conf 'save 2 5'
  redis_start
  (cart 14 20) &
  local cart_pid=$!
  sleep 5
  chown root: "$SHOP/cache"
  chmod 755 "$SHOP/cache"
  wait "$cart_pid"
  keep_cart
}

capture_redis_disk_full() {
  apps
  mkdir "$SHOP/cache"
  mount -t tmpfs -o size=300k cache "$SHOP/cache"
  redis_conf 'save 2 5' 'rdbcompression no'
  redis_start
  cart 12 60
  keep_cart
}

capture_redis_wrong_password() {
  apps
  redis_conf 'requirepass right-one'
  redis_start
  cart 3 12 right-one
  cart 5 8 old-one
  keep_cart
}

capture_redis_no_password() {
  apps
  redis_conf 'save ""'
  redis_start
  cart 4 10
  rcli config set requirepass just-set >/dev/null
  cart 6 8
  keep_cart
}

# Killed and started anew with a large snapshot: it loads for a while.
capture_redis_loading() {
  apps
  redis_conf 'key-load-delay 800' 'enable-debug-command yes'
  redis_start
  rcli debug populate 12000 item 200 >/dev/null
  rcli save >/dev/null
  (cart 18 40) &
  local cart_pid=$!
  sleep 4
  kill -9 "$REDIS_PID"
  sleep 1
  redis_start
  wait "$cart_pid"
  keep_cart
}

capture_redis_max_clients() {
  apps
  redis_conf 'maxclients 12'
  redis_start
  (cart 3 10) &
  wait $!
  local i
  for ((i = 0; i < 14; i++)); do (exec 3<>/dev/tcp/cache/6379 && sleep 8) 2>/dev/null & done
  sleep 0.5
  cart 6 10
  keep_cart
}

# After a crash something strange stands at the end of the append-only file.
capture_redis_append_file_damaged() {
  apps
  redis_conf 'appendonly yes' 'appendfsync always'
  redis_start
  cart 4 15
  kill -9 "$REDIS_PID"
  printf 'garbage where a command should be\r\n' >>"$(find "$SHOP/cache" -name '*.incr.aof')"
  (as redis redis-server "$SHOP/etc/redis.conf" || true) &
  sleep 1
  cart 4 8
  keep_cart
}

# A script that never ends: everybody else waits.
capture_redis_blocked() {
  apps
  redis_conf 'save ""'
  redis_start
  (cart 22 30) &
  local cart_pid=$!
  sleep 4
  (rcli eval "local t = 0; while true do t = t + 1 end" 0 >/dev/null 2>&1 || true) &
  sleep 10
  rcli script kill >/dev/null || true
  wait "$cart_pid"
  keep_cart
}

run_cases "$@"
