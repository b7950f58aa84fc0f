#!/usr/bin/env bash
# Names that do not resolve, with dnsmasq as the resolver of the box. Usage and surroundings: see lib.sh.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "$(realpath "$0")")/lib.sh"
need dnsmasq-base python3 curl dnsutils

PYTHON=(/usr/bin/python3 -u)

# resolver OPTION...: dnsmasq on port 53 with its log in dnsmasq.log; programs of the box ask it.
resolver() {
    printf 'nameserver 127.0.0.1\noptions timeout:1 attempts:2\n' > etc/resolv.conf
    mount --bind etc/resolv.conf /etc/resolv.conf
    dnsmasq --keep-in-foreground --conf-file=/dev/null --no-hosts --no-resolv --user=root --pid-file= --log-queries \
        --log-facility=/srv/shop/dnsmasq.log --listen-address=127.0.0.1 --bind-interfaces "$@" &
    PID=$!
    wait_port 127.0.0.1 53
}

# The stock service was renamed; one client of many was forgotten. The resolver's log has thousands of good answers.
capture_dns_renamed_service() {
    resolver --local=/shop.internal/ --host-record=stock-v2.shop.internal,127.0.0.1 --host-record=cart.shop.internal,127.0.0.1 --host-record=mail.shop.internal,127.0.0.1
    cat > orders.py << 'PY'
import logging
import socket
import time

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s orders %(message)s")
logging.info("orders 5.1.0 starting")
for order in range(3001, 3311):
    for name in ("cart.shop.internal", "mail.shop.internal"):
        socket.getaddrinfo(name, 80, socket.AF_INET)
    logging.info("order %d accepted", order)
    if order % 31 == 0:
        try:
            socket.create_connection(("stock.shop.internal", 80), timeout=2)
        except OSError as e:
            logging.error("order %d: stock not reserved: %s", order, e)
    time.sleep(0.002)
logging.info("310 orders accepted, 10 without reservation")
PY
    "${PYTHON[@]}" orders.py > "$KEEP_DIR/1-orders.log" 2>&1
    for n in $(seq 1 400); do echo "cart.shop.internal A"; echo "stock-v2.shop.internal A"; done > names.txt
    dig +short -f names.txt > answers.txt
    keep dnsmasq.log 2-dnsmasq.log
}

# The resolver is up, but the server that it asks for everything outside of the company is gone.
capture_dns_upstream_gone() {
    resolver --server=10.20.0.40#5353 --host-record=cart.shop.internal,127.0.0.1
    cat > rates.py << 'PY'
import logging
import time
import urllib.request

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s rates %(message)s")
logging.info("exchange rates 1.1.2 starting")
for currency in ("USD", "GBP", "CHF", "SEK", "PLN"):
    try:
        urllib.request.urlopen("http://rates.example.com/eur/" + currency, timeout=2)
    except OSError as e:
        logging.error("%s: rate of yesterday is kept: %s", currency, e)
    time.sleep(0.1)
logging.warning("5 of 5 rates are older than a day, checkout shows old prices")
PY
    "${PYTHON[@]}" rates.py > "$KEEP_DIR/1-rates.log" 2>&1
    {
        echo '$ dig rates.example.com'
        dig +tries=1 +time=2 rates.example.com
    } > "$KEEP_DIR/3-dig.txt" 2>&1 || true
    keep dnsmasq.log 2-dnsmasq.log
}

# The resolver itself stands still; lookups time out and everything behind them looks slow.
capture_dns_resolver_silent() {
    resolver --host-record=cart.shop.internal,127.0.0.1
    kill -STOP "$PID"
    for n in 1 2 3; do
        echo "$(date '+%F %T') warming cart cache, try $n"
        curl -sS --max-time 8 http://cart.shop.internal/warm 2>&1 || true
    done > "$KEEP_DIR/warm.log"
    dig +tries=2 +time=1 cart.shop.internal >> "$KEEP_DIR/warm.log" 2>&1 || true
    kill -CONT "$PID"
}

# The server outside of the company answers SERVFAIL for one zone, as for a broken signature. Other names are well.
capture_dns_zone_broken() {
    cat > upstream.py << 'PY'
import socket

server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(("10.20.0.40", 5353))
while True:
    query, peer = server.recvfrom(512)
    good = b"cdn" in query
    flags = b"\x81\x80" if good else b"\x81\x82"
    question = query[12:query.index(b"\0", 12) + 5]
    answer = b"\xc0\x0c\x00\x01\x00\x01\x00\x00\x00\x3c\x00\x04\x7f\x00\x00\x01" if good and question[-3] == 1 else b""
    server.sendto(query[:2] + flags + b"\0\1" + (b"\0\1" if answer else b"\0\0") + b"\0\0\0\0" + question + answer, peer)
PY
    "${PYTHON[@]}" upstream.py &
    resolver --server=10.20.0.40#5353
    cat > payments.py << 'PY'
import logging
import socket
import time

logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s payments %(message)s")
logging.info("payments 8.3.0 starting")
for order in range(1, 13):
    for name in ("cdn.example.net", "api.bank.example.org"):
        try:
            socket.getaddrinfo(name, 443, socket.AF_INET)
            logging.info("order %d: %s ok", order, name)
        except OSError as e:
            logging.error("order %d: payment declined: %s", order, e)
    time.sleep(0.05)
logging.warning("12 of 12 payments declined, shop closed for orders")
PY
    "${PYTHON[@]}" payments.py > "$KEEP_DIR/1-payments.log" 2>&1
    {
        echo '$ dig api.bank.example.org'
        dig +tries=1 +time=2 api.bank.example.org
    } > "$KEEP_DIR/3-dig.txt" 2>&1 || true
    keep dnsmasq.log 2-dnsmasq.log
}

run_cases "$@"
