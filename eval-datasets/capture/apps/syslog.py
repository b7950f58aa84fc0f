"""Writes what arrives at the syslog port as a log file line: time, host, tag, message."""

import re
import socket

receiver = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
receiver.bind(("127.0.0.1", 514))
while True:
    message = receiver.recv(65535).decode("utf-8", "replace").rstrip("\n")
    priority, stamp, rest = re.match(r"<(\d+)>(\w{3} [ \d]\d [\d:]{8}) (.*)", message, re.S).groups()
    print(stamp, socket.gethostname(), rest, flush=True)
