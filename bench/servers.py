"""Servers under measurement: gunicorn with two sync workers each, and the one PostgreSQL behind them."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import psycopg2

WORKERS = 2


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One WSGI application behind gunicorn. Use it in a `with`: it answers inside, and is gone after."""

    def __init__(self, application: str, *, ready: str = "/?bytes=1") -> None:
        self.application, self.ready = application, ready
        self.port = free_port()

    def __enter__(self) -> "Server":
        bind = f"127.0.0.1:{self.port}"
        options = ["--bind", bind, "--workers", str(WORKERS), "--no-control-socket", "--log-level", "warning"]
        self.process = subprocess.Popen([sys.executable, "-m", "gunicorn", self.application, *options])
        for _ in range(300):
            with suppress(OSError):
                # Each worker loads the application by itself: ask often enough to have met both.
                for _ in range(10 * WORKERS):
                    self.get(self.ready)
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        self.__exit__()
        raise RuntimeError(f"{self.application} did not start; its words are above.")

    def __exit__(self, *exception: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=20)

    def get(self, path: str, cookie: str = "") -> bytes:
        """The body at `path`, for whoever `cookie` has signed in. Raises RuntimeError for any status but 200."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            response = connection.getresponse()
            body = response.read()
        finally:
            connection.close()
        if response.status != 200:
            raise RuntimeError(f"{self.application} answered {response.status} at {path}.")
        return body


def database_url() -> str:
    """The throw-away cluster that pg_virtualenv names in the environment."""
    return "postgres://{PGUSER}:{PGPASSWORD}@{PGHOST}:{PGPORT}/postgres".format_map(os.environ)


def postmaster() -> int:
    """Process id of that cluster's first process: the parent of every backend."""
    connection = psycopg2.connect(database_url())
    try:
        with connection.cursor() as cursor:
            cursor.execute("SHOW data_directory")
            folder = cursor.fetchone()[0]
    finally:
        connection.close()
    return int(Path(folder, "postmaster.pid").read_text().split()[0])
