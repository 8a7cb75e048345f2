"""Interleaved rounds: what shares a machine with others is compared within a round, and the middle round counts."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

from bench import cpu as clocks
from bench.servers import Server

ROUNDS = 5
SLICE = 1.0  # CPU seconds of one page in one round: a hundred ticks of the clock that /proc keeps


@dataclass(frozen=True)
class Page:
    """One address of one server, and the cookie of whoever asks."""

    name: str
    server: Server
    path: str
    cookie: str = ""


def cpu_per_request(pages: list[Page], database: int) -> dict[str, float]:
    """Median CPU milliseconds per request and page, of gunicorn and of PostgreSQL (process id `database`)."""

    def spend(page: Page, requests: int) -> float:
        before = clocks.seconds(page.server.process.pid) + clocks.seconds(database)
        for _ in range(requests):
            page.server.get(page.path, page.cookie)
        return (clocks.seconds(page.server.process.pid) + clocks.seconds(database) - before) / requests

    requests = {page.name: enough(spend(page, 100)) for page in pages}
    rounds = [{page.name: spend(page, requests[page.name]) for page in pages} for _ in range(ROUNDS)]
    return {page.name: 1000 * median(one[page.name] for one in rounds) for page in pages}


def enough(seconds: float) -> int:
    """Requests that fill a slice."""
    return max(50, min(2000, round(SLICE / max(seconds, 1e-4))))


def wall(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median wall-clock seconds of each work, after one round that warms up and does not count."""
    rounds = [{name: timed(work) for name, work in works.items()} for _ in range(ROUNDS + 1)]
    return {name: median(one[name] for one in rounds[1:]) for name in works}


def cpu(works: dict[str, Callable[[], object]]) -> dict[str, float]:
    """Median CPU seconds of each work, its child processes included, after one round that does not count."""
    rounds = [{name: spent(work) for name, work in works.items()} for _ in range(ROUNDS + 1)]
    return {name: median(one[name] for one in rounds[1:]) for name in works}


def spent(work: Callable[[], object]) -> float:
    before = sum(os.times()[:4])
    work()
    return sum(os.times()[:4]) - before


def timed(work: Callable[[], object]) -> float:
    started = time.monotonic()
    work()
    return time.monotonic() - started
