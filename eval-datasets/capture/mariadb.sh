#!/usr/bin/env bash
# Captures MariaDB cases. Run as root on Debian: mariadb.sh [ID...]
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need mariadb-server
. "$CAPTURE_DIR/stack.sh"

# db_start [OPTION...]: MariaDB at 10.20.0.20:3306.
db_start() {
  if [[ ! -e $SHOP/db/mysql ]]; then
    mkdir -p "$SHOP/db"
    chown mysql: "$SHOP/db"
    mariadb-install-db --no-defaults --user=mysql --datadir="$SHOP/db" --auth-root-authentication-method=normal >/dev/null 2>&1
  fi
  background "$LOGS/mariadbd-stdout.log" mariadbd --no-defaults --user=mysql --datadir="$SHOP/db" --bind-address=10.20.0.20 \
    --socket="$SHOP/run/mysqld.sock" --pid-file="$SHOP/run/mysqld.pid" --log-error="$LOGS/mariadb.log" \
    --skip-name-resolve --log-warnings=4 --innodb-print-all-deadlocks=1 "$@"
  wait_port db 3306
}

admin() { mariadb --no-defaults -S "$SHOP/run/mysqld.sock" -u root "$@"; }
app() { mariadb --no-defaults --skip-ssl -h 10.20.0.20 -u app -pshop shop "$@" 2>>"$LOGS/worker.log"; }

db_shop() {
  admin <<'SQL'
create database shop;
create user app@'%' identified by 'shop';
grant all on shop.* to app@'%';
use shop;
create table items (id int primary key auto_increment, sku varchar(40), stock int) engine=innodb;
create table orders (id int primary key auto_increment, item int, note text) engine=innodb;
insert into items (sku, stock) values ('A', 1000), ('B', 1000), ('C', 1000);
SQL
}

keep_db() {
  keep "$LOGS/mariadb.log" 1-mariadb.log
  [[ ! -s $LOGS/worker.log ]] || keep "$LOGS/worker.log" 2-worker.log
}

capture_mariadb_too_many_connections() {
  db_start --max-connections=10
  db_shop
  local i pids=()
  for ((i = 0; i < 16; i++)); do
    app -e 'select sleep(5)' >/dev/null &
    pids+=($!)
    sleep 0.1
  done
  for ((i = 0; i < 10; i++)); do app -e 'select 1' >/dev/null || true; sleep 0.2; done
  wait "${pids[@]}" || true
  keep_db
}

capture_mariadb_deadlock() {
  db_start
  db_shop
  local i a b
  for ((i = 0; i < 4; i++)); do
    app -e 'begin; update items set stock = stock - 1 where id = 1; select sleep(1); update items set stock = stock - 1 where id = 2; commit' >/dev/null &
    a=$!
    app -e 'begin; update items set stock = stock - 1 where id = 2; select sleep(1); update items set stock = stock - 1 where id = 1; commit' >/dev/null &
    b=$!
    wait "$a" "$b" || true
  done
  keep_db
}

capture_mariadb_lock_wait() {
  db_start --innodb-lock-wait-timeout=1
  db_shop
  (admin shop -e 'begin; update items set stock = 0; select sleep(12); rollback' >/dev/null) &
  local holder=$! i
  sleep 0.5
  for ((i = 0; i < 7; i++)); do app -e 'update items set stock = stock - 1 where id = 3' || true; done
  wait "$holder"
  keep_db
}

# The redo log of another server lies in the data folder.
capture_mariadb_damaged_log() {
  db_start
  db_shop
  local server=$PID
  app -e "insert into orders (item, note) select 1, repeat('n', 2000) from seq_1_to_500" || true
  kill -9 "$server"
  sleep 0.5
  dd if=/dev/urandom of="$SHOP/db/ib_logfile0" bs=512 seek=0 count=40 conv=notrunc status=none
  (db_start) 2>/dev/null || true
  sleep 1
  app -e 'select 1' || true
  keep_db
}

run_cases "$@"
