#!/usr/bin/env bash
# Common parts of the capture scripts. Source it, define one function capture_ID per case (dashes of
# the id as underscores), end the script with:  run_cases "$@"
#
# Each case runs as root in namespaces of its own (mount, process, network, host name), so
#   - /srv/shop is an empty folder in memory, and no path of the real machine stands in a log,
#   - every port is free, the host is called shop-1 and has the addresses 10.20.0.11 to 10.20.0.40,
#   - whatever the case starts, mounts or fills is gone when the case ends.
#
# Variables of the caller:
#   CASES_DIR    where the cases lie                            (default: ../cases)
#   FORCE=1      capture again what is already there; then read the labels again: lines will differ
#   ISOLATE=no   set by a script whose programs need the real network or host: no namespaces
set -euo pipefail

CAPTURE_DIR=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CASES_DIR=${CASES_DIR:-$(dirname "$CAPTURE_DIR")/cases}
ISOLATE=${ISOLATE:-yes}

SHOP=/srv/shop
LOGS=$SHOP/log
export SHOP LOGS

# need PACKAGE...: installs the Debian packages that are not there yet, without starting services.
need() {
  local missing=() package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  ((${#missing[@]} == 0)) && return
  (($(id -u) == 0)) || { echo "run as root, or install first: ${missing[*]}" >&2; exit 1; }
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# run_cases [ID...]: captures the given cases, or all that the script defines.
run_cases() {
  if [[ -n ${CAPTURE_ID:-} ]]; then
    inside_case
    return
  fi
  (($(id -u) == 0)) || { echo "run as root: the cases need namespaces and other users" >&2; exit 1; }
  local ids=("$@") id
  ((${#ids[@]})) || mapfile -t ids < <(compgen -A function capture_ | sed 's/^capture_//; y/_/-/')
  for id in "${ids[@]}"; do
    if [[ -d $CASES_DIR/$id/input && -z ${FORCE:-} ]]; then
      echo "$id: already captured"
    else
      one_case "$id"
    fi
  done
}

one_case() {
  local id=$1 staged
  staged=$(mktemp -d)
  echo "$id: capturing"
  local run=(env "CAPTURE_ID=$id" "KEEP_DIR=$staged" bash "$0")
  if [[ $ISOLATE == yes ]]; then
    run=(unshare --mount --pid --fork --kill-child --mount-proc --net --uts --ipc "${run[@]}")
  fi
  if "${run[@]}"; then
    mkdir -p "$CASES_DIR/$id"
    rm -rf "$CASES_DIR/$id/input"
    mkdir "$CASES_DIR/$id/input"
    cp "$staged"/* "$CASES_DIR/$id/input/"
    (cd "$CASES_DIR/$id/input" && wc -l -- *)
  else
    echo "$id: FAILED" >&2
  fi
  rm -rf "$staged"
}

inside_case() {
  [[ $ISOLATE == yes ]] && sandbox
  "capture_${CAPTURE_ID//-/_}"
}

# The private surroundings of a case.
sandbox() {
  mount --make-rprivate /
  mount -t tmpfs -o mode=755 shop /srv
  mkdir -p "$LOGS" "$SHOP/etc" "$SHOP/run"
  chmod 1777 "$LOGS" "$SHOP/run"
  printf '%s\n' '127.0.0.1 localhost' '10.20.0.11 shop-1' '10.20.0.12 app-2' '10.20.0.20 db' '10.20.0.30 cache' \
    >"$SHOP/etc/hosts"
  mount --bind "$SHOP/etc/hosts" /etc/hosts
  hostname shop-1
  ip link set lo up
  local last
  for last in 11 12 13 20 30 40; do ip addr add "10.20.0.$last/32" dev lo; done
  export HOME=$SHOP LANG=C.UTF-8 LC_ALL=C.UTF-8
  unset OLDPWD
  cd "$SHOP"
}

# keep FILE [NAME]: makes a captured log part of the case, exactly as it is. Sources are numbered in
# the order of their names, so name them 1-..., 2-...
keep() { cp "$1" "$KEEP_DIR/${2:-$(basename "$1")}"; }

# background LOG COMMAND...: starts a command with its output appended to a log; its pid is in $PID.
background() {
  local log=$1
  shift
  "$@" >>"$log" 2>&1 &
  # shellcheck disable=SC2034  # read by the callers
  PID=$!
}

# wait_port HOST PORT: until something listens there, 20 s at most.
wait_port() {
  local i
  for ((i = 0; i < 200; i++)); do
    (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null && return
    sleep 0.1
  done
  echo "nothing listens at $1:$2" >&2
  return 1
}
