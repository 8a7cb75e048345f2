"""A connection that flaps: between a browser and a portal, and cut wherever it hurts."""

import random
import socket
import threading
from contextlib import suppress

CHUNK = 65_536
SEED = 20_261_123


class Flapping:
    """Passes requests on to `portal`, but cuts those to `prefix` until it has cut `most` of them: before the portal
    hears of it, after it did its work and before the answer, or in the middle of the answer.
    """

    def __init__(self, portal, *, prefix, most, share=0.7):
        self.port_behind, self.prefix, self.most, self.share = portal.port, prefix.encode(), most, share
        self.cuts = {"before": 0, "after": 0, "within": 0}
        self.chance, self.lock = random.Random(SEED), threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.base_url = f"http://localhost:{self.listener.getsockname()[1]}"
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        with suppress(OSError):
            while True:
                browser, _ = self.listener.accept()
                threading.Thread(target=self.pass_on, args=[browser], daemon=True).start()

    def pass_on(self, browser):
        with browser, suppress(OSError):
            asked = request_of(browser)
            if not asked:
                return
            cut = self.cut_for(asked)
            if cut == "before":
                return
            with socket.create_connection(("127.0.0.1", self.port_behind)) as portal:
                portal.sendall(closing(asked))
                answer = b"".join(iter(lambda: portal.recv(CHUNK), b""))
            browser.sendall({"after": b"", "within": answer[: len(answer) // 2]}.get(cut, answer))

    def cut_for(self, asked):
        """Where this request is cut; "" where it passes."""
        path = asked.split(b" ", 2)[1]
        with self.lock:
            is_over = sum(self.cuts.values()) >= self.most
            if is_over or not path.startswith(self.prefix) or self.chance.random() > self.share:
                return ""
            cut = self.chance.choice(list(self.cuts))
            self.cuts[cut] += 1
            return cut

    def close(self):
        self.listener.close()


def request_of(browser):
    """All bytes of one request."""
    asked = b""
    while b"\r\n\r\n" not in asked:
        if not (more := browser.recv(CHUNK)):
            return b""
        asked += more
    head, _, body = asked.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
    missing = int(lengths[0]) - len(body) if lengths else 0
    while missing > 0:
        more = browser.recv(CHUNK)
        asked, missing = asked + more, missing - len(more)
    return asked


def closing(asked):
    """The same, for a connection that ends with the answer."""
    head, _, body = asked.partition(b"\r\n\r\n")
    lines = [line for line in head.split(b"\r\n") if not line.lower().startswith(b"connection:")]
    return b"\r\n".join([*lines, b"Connection: close"]) + b"\r\n\r\n" + body
