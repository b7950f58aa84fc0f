"""A nightly report that takes a connection of its own for each part, and keeps them until the end."""

import logging
import sys
import time

import psycopg2

logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s %(message)s", level=logging.INFO)
log = logging.getLogger("nightly-report")
log.info("starts, parts: %s", sys.argv[1])
connections = []
for part in range(int(sys.argv[1])):
    try:
        connections.append(psycopg2.connect("host=db dbname=shop user=report application_name=nightly-report"))
        log.info("part %d: reading", part)
    except psycopg2.Error as error:
        log.warning("part %d: skipped: %s", part, str(error).strip())
    time.sleep(float(sys.argv[2]))
time.sleep(float(sys.argv[3]))
log.info("done, %d parts written", len(connections))
