"""A cart service that keeps its carts in Redis: cart.py SECONDS RATE [PASSWORD]. Logs as JSON lines."""

import json
import random
import sys
import time
from datetime import datetime, timezone

import redis

seconds, rate = float(sys.argv[1]), float(sys.argv[2])
chance = random.Random(7)


def log(level, message, **fields):
    stamp = datetime.now(timezone.utc).isoformat(timespec="milliseconds")
    print(json.dumps({"ts": stamp, "level": level, "service": "cart", "msg": message, **fields}), flush=True)


store = redis.Redis("cache", password=sys.argv[3] if len(sys.argv) > 3 else None, socket_timeout=1, socket_connect_timeout=1)
log("info", "cart service starts", release="1.9.0")
end = time.time() + seconds
while time.time() < end:
    cart = "cart:%d" % chance.randint(1, 100000)
    try:
        if chance.random() < 0.3:
            store.get(cart)
            log("info", "cart read", cart=cart)
        else:
            store.set(cart, "x" * chance.randint(500, 4000), ex=3600)
            log("info", "cart stored", cart=cart)
    except redis.RedisError as error:
        log("error", "cart request failed", cart=cart, error="%s: %s" % (type(error).__name__, error))
    time.sleep(chance.uniform(0.5, 1.5) / rate)
log("info", "cart service stops")
