#!/usr/bin/env bash
# Captures PostgreSQL cases. Run as root on Debian: postgres.sh [ID...]
# shellcheck source-path=SCRIPTDIR
set -euo pipefail
. "$(dirname "$0")/lib.sh"
need postgresql
. "$CAPTURE_DIR/stack.sh"

# bench SECONDS RATE CLIENTS [ARGUMENT...]: the shop's traffic; statements from the standard input.
bench() {
  cat >"$SHOP/run/traffic.sql"
  "$PG_BIN/pgbench" -h db -U app -n -f "$SHOP/run/traffic.sql" -T "$1" -R "$2" -c "$3" "${@:4}" shop \
    >/dev/null 2>>"$LOGS/worker.log" || true
}

orders() {
  cat <<'SQL'
\set c random(1, 200)
\set i random(1, 50)
insert into orders (customer, item, amount) values (:c, :i, 1);
update items set stock = stock - 1 where id = :i;
SQL
}

capture_pg_too_many_connections() {
  pg_init
  pg_conf 'max_connections = 20'
  pg_start
  pg_shop
  orders | bench 3 20 4
  local i
  for ((i = 0; i < 24; i++)); do
    sql app shop -c 'select pg_sleep(4)' >/dev/null 2>>"$LOGS/worker.log" &
    sleep 0.15
  done
  for ((i = 0; i < 15; i++)); do sql app shop -c 'select 1' >/dev/null 2>>"$LOGS/worker.log" || true; sleep 0.1; done
  wait
  keep "$LOGS/postgresql.log" 1-postgresql.log
  keep "$LOGS/worker.log" 2-worker.log
}

capture_pg_disk_full() {
  pg_init
  mkdir "$SHOP/fast"
  mount -t tmpfs -o size=12m fast "$SHOP/fast"
  chown postgres: "$SHOP/fast"
  pg_start
  pg_shop
  sql postgres postgres -c "create tablespace fast location '$SHOP/fast'" -c 'grant create on tablespace fast to app'
  sql app shop -c 'create table events (id bigserial, body text) tablespace fast'
  (orders | bench 14 12 2) &
  local i
  for ((i = 0; i < 60; i++)); do
    sql app shop -c "insert into events (body) select repeat('x', 900) from generate_series(1, 400)" 2>>"$LOGS/worker.log" || true
    sleep 0.1
  done
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_lock_wait() {
  pg_init
  pg_conf 'deadlock_timeout = 500ms'
  pg_start
  pg_shop
  sql postgres postgres -c "alter role app set lock_timeout = '2s'"
  (orders | bench 14 30 12) &
  sleep 3
  sql report shop -c 'set application_name = nightly' >/dev/null
  sql postgres shop -c 'grant select on all tables in schema public to report'
  (sql report shop -c 'begin' -c 'select count(*) from orders' -c 'select pg_sleep(9)' -c 'commit' >/dev/null) &
  sleep 1
  sql app shop -c "set lock_timeout = 0" -c 'alter table orders add column channel text' &
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_deadlock() {
  pg_init
  pg_conf 'deadlock_timeout = 300ms'
  pg_start
  pg_shop
  sql app shop -c "create function slow(a int, b int) returns void language plpgsql as \$\$ begin update items set stock = stock - 1 where id = a; perform pg_sleep(0.4); update items set stock = stock - 1 where id = b; end \$\$"
  (orders | bench 8 10 2) &
  sleep 2
  local i
  for ((i = 0; i < 4; i++)); do
    sql app shop -c 'select slow(7, 8)' >/dev/null 2>>"$LOGS/worker.log" &
    sql app shop -c 'select slow(8, 7)' >/dev/null 2>>"$LOGS/worker.log" &
    sleep 1.3
  done
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_hba_missing() {
  pg_init
  pg_start
  pg_shop
  sed -i '/10.20.0.0/d' "$PG_DATA/pg_hba.conf"
  echo 'host shop report 10.20.0.0/24 scram-sha-256' >>"$PG_DATA/pg_hba.conf"
  as postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" reload >/dev/null
  sleep 1
  local i
  for ((i = 0; i < 6; i++)); do
    PGPASSWORD=report sql report shop -c 'select 1' >/dev/null
    sql app shop -c 'select 1' >/dev/null 2>>"$LOGS/worker.log" || true
    sleep 0.7
  done
  keep "$LOGS/postgresql.log" 1-postgresql.log
  keep "$LOGS/worker.log" 2-worker.log
}

capture_pg_password_rotated() {
  pg_init
  pg_start
  pg_shop
  sed -i 's/^host all all 10.20.0.0.*/host all all 10.20.0.0\/24 scram-sha-256/' "$PG_DATA/pg_hba.conf"
  as postgres "$PG_BIN/pg_ctl" -D "$PG_DATA" reload >/dev/null
  export PGPASSWORD=shop
  orders | bench 3 20 4
  psql -X -q -h "$SHOP/run" -U postgres -c "alter role app password 'rotated-today'"
  local i
  for ((i = 0; i < 12; i++)); do
    PGPASSWORD=report sql report shop -c 'select 1' >/dev/null
    sql app shop -c 'select 1' >/dev/null 2>>"$LOGS/worker.log" || true
    sleep 0.4
  done
  keep "$LOGS/postgresql.log"
}

capture_pg_relation_missing() {
  pg_init
  pg_start
  pg_shop
  orders | bench 3 20 3
  local i
  sql app shop -c "insert into customers (name, email) values ('again', 'c7@shop.example')" 2>>"$LOGS/worker.log" || true
  sleep 1
  for ((i = 0; i < 6; i++)); do
    sql app shop -c "select o.id, s.eta from orders o join shipments s on s.order_id = o.id where o.state = 'new'" \
      >/dev/null 2>>"$LOGS/worker.log" || true
    sleep 0.6
  done
  keep "$LOGS/postgresql.log"
}

capture_pg_backend_killed() {
  pg_init
  pg_conf 'log_min_duration_statement = 0'
  pg_start
  pg_shop
  (orders | bench 6 150 10) &
  sleep 5
  kill -9 "$(psql -X -At -h "$SHOP/run" -U postgres -c "select pid from pg_stat_activity where usename = 'app' limit 1")"
  sleep 0.1
  local i
  for ((i = 0; i < 8; i++)); do sql app shop -c 'select 1' >/dev/null 2>>"$LOGS/worker.log" || true; sleep 0.03; done
  wait
  orders | bench 3 60 10
  keep "$LOGS/postgresql.log"
}

capture_pg_statement_timeout() {
  pg_init
  pg_start
  pg_shop
  sql postgres postgres -c "alter role app set statement_timeout = '400ms'"
  sql app shop -c "insert into orders (customer, item, amount, note) select n % 200, n % 50, 1, md5(n::text) from generate_series(1, 40000) n"
  (orders | bench 9 15 3) &
  local i
  for ((i = 0; i < 7; i++)); do
    sql app shop -c "select count(*) from orders a join orders b on a.note < b.note where a.state = 'new'" >/dev/null 2>>"$LOGS/worker.log" || true
    sleep 0.5
  done
  wait
  keep "$LOGS/postgresql.log" 1-postgresql.log
  keep "$LOGS/worker.log" 2-worker.log
}

capture_pg_idle_in_transaction() {
  pg_init
  pg_conf 'deadlock_timeout = 500ms' 'log_min_duration_statement = 1000' "idle_in_transaction_session_timeout = '7s'"
  pg_start
  pg_shop
  sql postgres postgres -c "alter role app set statement_timeout = '2500ms'"
  (orders | bench 16 25 8) &
  sleep 3
  { echo 'begin; update items set price = price * 2;'; sleep 9; echo 'commit;'; } |
    sql postgres shop 2>>"$LOGS/admin.log" || true
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_archive_failed() {
  pg_init
  pg_conf 'archive_mode = on' "archive_command = 'test -d /srv/shop/archive && cp %p /srv/shop/archive/%f'"
  pg_start
  pg_shop
  (orders | bench 12 20 3) &
  local i
  for ((i = 0; i < 4; i++)); do sleep 2.5; sql postgres postgres -c 'select pg_switch_wal()' >/dev/null; done
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_file_owner() {
  pg_init
  pg_start
  pg_shop
  orders | bench 3 20 3
  local file
  file=$(psql -X -At -h "$SHOP/run" -U postgres -c "select pg_relation_filepath('customers')" shop)
  pg_stop
  # A backup run by root restored the file.
  chown root:root "$PG_DATA/$file"
  chmod 600 "$PG_DATA/$file"
  pg_start
  (orders | bench 6 20 3) &
  local i
  for ((i = 0; i < 6; i++)); do
    sql app shop -c "select name from customers where id = $i" >/dev/null 2>>"$LOGS/worker.log" || true
    sleep 0.8
  done
  wait
  keep "$LOGS/postgresql.log"
}

capture_pg_role_permission() {
  pg_init
  pg_start
  pg_shop
  (orders | bench 8 15 3) &
  local i
  for ((i = 0; i < 8; i++)); do
    sql report shop -c "select state, count(*) from orders group by state" >/dev/null 2>>"$LOGS/report.log" || true
    sleep 0.8
  done
  wait
  keep "$LOGS/postgresql.log" 1-postgresql.log
  keep "$LOGS/report.log" 2-report.log
}

capture_pg_noisy_healthy() {
  pg_init
  pg_conf 'max_wal_size = 32MB' "checkpoint_timeout = '30s'" 'log_min_duration_statement = 40' 'log_autovacuum_min_duration = 0' 'autovacuum_naptime = 5s'
  pg_start
  pg_shop
  local i
  for ((i = 0; i < 12; i++)); do
    (orders | bench 3 80 6) &
    # A client that goes away in the midst of its transaction, and a user who cancels a query.
    { echo 'begin; select 1;'; sleep 1; } | timeout -s KILL 0.6 psql -X -q -h db -U app shop >/dev/null 2>&1 || true
    ((i % 4)) || timeout -s INT 0.5 psql -X -q -h db -U app -c 'select pg_sleep(20)' shop >/dev/null 2>&1 || true
    sql app shop -c "insert into orders (customer, item, amount, note) select 1, 1, 1, repeat('n', 500) from generate_series(1, 8000)"
    sleep 1
  done
  sleep 3
  keep "$LOGS/postgresql.log"
}

run_cases "$@"
