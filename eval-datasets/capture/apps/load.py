"""Requests against a site: load.py SECONDS RATE [--base URL] [--mix NAME] [--threads N].

Each thread asks for one page after another; RATE is the number of requests a second of all together.
The mixes: shop (browsing and orders), scan (a scanner among visitors), upload (growing files).
"""

import argparse
import random
import threading
import time
import urllib.error
import urllib.request

SCANNED = ["/wp-login.php", "/.env", "/admin/config.php", "/.git/config", "/phpmyadmin/", "/cgi-bin/test.cgi"]
AGENTS = ["Mozilla/5.0 (X11; Linux x86_64)", "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0)", "shop-mobile/4.2"]


def shop(chance):
    if chance.random() < 0.3:
        return "POST", "/orders", b"customer=%d&item=%d" % (chance.randint(1, 200), chance.randint(1, 50)), 10
    if chance.random() < 0.1:
        return "GET", "/static/index.html", None, 10
    return "GET", "/items/%d" % chance.randint(1, 50), None, 10


def scan(chance):
    pick = chance.random()
    if pick < 0.35:
        return "GET", chance.choice(SCANNED), None, 10
    if pick < 0.45:
        return "GET", "/report", None, 0.2
    return shop(chance)


def upload(chance):
    if chance.random() < 0.3:
        return "POST", "/uploads/photo-%d.jpg" % chance.randint(1, 9999), b"x" * chance.choice([20_000, 60_000, 120_000]), 10
    return shop(chance)


def visit(options, until, seed):
    chance = random.Random(seed)
    mix = {"shop": shop, "scan": scan, "upload": upload}[options.mix]
    while time.time() < until:
        method, path, body, patience = mix(chance)
        request = urllib.request.Request(options.base + path, body, {"User-Agent": chance.choice(AGENTS)}, method=method)
        try:
            urllib.request.urlopen(request, timeout=patience).read()
        except (OSError, ValueError):
            pass
        time.sleep(chance.uniform(0.5, 1.5) * options.threads / options.rate)


parser = argparse.ArgumentParser()
parser.add_argument("seconds", type=float)
parser.add_argument("rate", type=float)
parser.add_argument("--base", default="http://10.20.0.11")
parser.add_argument("--mix", default="shop")
parser.add_argument("--threads", type=int, default=12)
options = parser.parse_args()
end = time.time() + options.seconds
visitors = [threading.Thread(target=visit, args=(options, end, n), daemon=True) for n in range(options.threads)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join(options.seconds + 15)
