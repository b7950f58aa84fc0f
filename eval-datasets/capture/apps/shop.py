"""The shop: a small web application on PostgreSQL and Redis, with a log like that of many services.

Settings are environment variables: PORT, POOL (connections), SESSIONS (required|cache), UPLOADS (folder),
PAYMENT (address of the payment service), ATTEMPTS (to pay), RECYCLE (a new connection each time), COLUMNS (further
columns of an item), RELATED (work for the database per item), EXPIRE, SESSION_SIZE, NOTE, TRACES, RELEASE, DSN.
"""

import itertools
import json
import logging
import os
import threading
import time
import urllib.parse
import urllib.request
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import psycopg2
import psycopg2.pool
import redis

logging.basicConfig(format="%(asctime)s %(levelname)-7s [%(threadName)s] %(name)s: %(message)s", level=logging.INFO)
web = logging.getLogger("shop.web")
orders = logging.getLogger("shop.orders")
catalog = logging.getLogger("shop.catalog")
sessions = logging.getLogger("shop.sessions")
payments = logging.getLogger("shop.payments")
setting = os.environ.get

DSN = setting("DSN", "host=db dbname=shop user=app password=shop connect_timeout=2 application_name=shop")
cache = redis.Redis("cache", socket_timeout=1, socket_connect_timeout=1)


class Pool:
    """Connections, waited for at most two seconds."""

    def __init__(self, size):
        self.size = size
        self.free = threading.BoundedSemaphore(size)
        self.idle = []
        self.guard = threading.Lock()

    def take(self):
        if not self.free.acquire(timeout=2):
            raise TimeoutError("no database connection within 2 s, pool of %d is in use" % self.size)
        with self.guard:
            if self.idle:
                return self.idle.pop()
        try:
            return psycopg2.connect(DSN)
        except BaseException:
            self.free.release()
            raise

    def give(self, connection):
        if connection.closed:
            pass
        elif setting("RECYCLE"):
            connection.close()
        else:
            with self.guard:
                self.idle.append(connection)
        self.free.release()


pool = Pool(int(setting("POOL", "8")))


def query(statement, *arguments):
    connection = pool.take()
    try:
        with connection, connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return cursor.fetchall()
    finally:
        pool.give(connection)


def export():
    """Reads the whole order list; a connection is kept for each page that is prefetched."""
    for page in range(3):
        connection = pool.take()
        with connection, connection.cursor() as cursor:
            cursor.execute("select * from orders order by id limit 50 offset %s", (page * 50,))
    return "exported"


def item(number):
    key = "item:%d" % number
    try:
        found = cache.get(key)
        if found:
            return found.decode()
    except redis.RedisError as error:
        catalog.warning("cache read of %s failed, asking the database: %s", key, error)
    row = query("select sku, stock, price%s from items where id = %%s" % setting("COLUMNS", ""), number)[0]
    if setting("RELATED"):
        query("select count(*) from generate_series(1, %s)", int(setting("RELATED")))
    text = json.dumps({"sku": row[0], "stock": row[1], "price": float(row[2]), "text": "d" * 2000})
    try:
        cache.set(key, text, ex=int(setting("EXPIRE", "5")))
    except redis.RedisError as error:
        catalog.info("item %d not cached: %s", number, error)
    return text


def session(handler):
    name = uuid.uuid4().hex
    try:
        cache.set("session:" + name, "s" * int(setting("SESSION_SIZE", "300")), ex=600)
    except redis.RedisError as error:
        if setting("SESSIONS") == "required":
            sessions.info("session not stored (%s)", error)
            raise PermissionError("no session") from None
        sessions.warning("session not stored, visitor stays anonymous: %s", error)


def pay(number):
    if not setting("PAYMENT"):
        return
    for attempt in range(1, int(setting("ATTEMPTS", "1")) + 1):
        try:
            urllib.request.urlopen(setting("PAYMENT") + "/charge/%d" % number, timeout=1.5).read()
            payments.info("order %d paid", number)
            return
        except OSError as error:
            payments.warning("payment of order %d: attempt %d failed: %s", number, attempt, error)
            time.sleep(0.1 * attempt)
    payments.error("payment of order %d given up", number)
    raise ConnectionError("payment service")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    numbers = itertools.count(1)

    def setup(self):
        threading.current_thread().name = "http-%d" % next(self.numbers)
        super().setup()

    def log_message(self, *arguments):
        pass

    def answer(self, code, text):
        self.send_response(code)
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        self.wfile.write(text.encode())

    def serve(self, work):
        started = time.time()
        try:
            text = work()
            self.answer(200, text)
            web.info("%s %s 200 %d ms", self.command, self.path, (time.time() - started) * 1000)
        except BrokenPipeError:
            web.info("%s %s client went away after %d ms", self.command, self.path, (time.time() - started) * 1000)
        except PermissionError:
            web.error("%s %s 401 not logged in", self.command, self.path)
            self.answer(401, "log in first")
        except Exception as error:
            if setting("TRACES"):
                web.exception("%s %s 500 after %d ms", self.command, self.path, (time.time() - started) * 1000)
            else:
                web.error("%s %s 500 after %d ms: %s: %s", self.command, self.path, (time.time() - started) * 1000,
                          type(error).__name__, str(error).strip().replace("\n", " | "))
            self.answer(500, "sorry")

    def page(self):
        if self.path.startswith("/items/"):
            return item(int(self.path[7:]))
        if self.path == "/report":
            time.sleep(0.6)
            return query("select count(*)::text from orders")[0][0]
        if self.path == "/export":
            return export()
        if self.path == "/health":
            return query("select 'up'")[0][0]
        return "shop"

    def order(self, body):
        session(self)
        form = dict(urllib.parse.parse_qsl(body.decode()))
        number = query("insert into orders (customer, item, amount, note) values (%s, %s, 1, repeat('n', %s)) returning id",
                       form["customer"], form["item"], setting("NOTE", "100"))[0][0]
        query("update items set stock = stock - 1 where id = %s returning stock", form["item"])
        pay(number)
        orders.info("order %d of customer %s placed", number, form["customer"])
        return str(number)

    def store(self, body):
        with open(os.path.join(setting("UPLOADS"), os.path.basename(self.path)), "wb") as file:
            file.write(body)
        return "stored"

    def do_GET(self):
        known = self.path.startswith(("/items/", "/report", "/export", "/health")) or self.path == "/"
        if known:
            self.serve(self.page)
        else:
            self.answer(404, "no such page")

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.serve(lambda: self.store(body) if self.path.startswith("/uploads/") else self.order(body))


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 128

    def handle_error(self, request, client_address):
        web.debug("connection of %s ended", client_address)


web.info("shop starts, release %s, pool of %d connections", setting("RELEASE", "2026.11.3"), pool.size)
Server(("10.20.0.11", int(setting("PORT", "8080"))), Handler).serve_forever()
