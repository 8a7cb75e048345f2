"""The same deed from many threads at one moment, each on a connection of its own."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connection


def together(count: int, deed: Callable[[], object]) -> list[object]:
    """Call `deed` `count` times at once; what each returned. An error of one is raised."""
    barrier = Barrier(count)

    def begin(_):
        barrier.wait()
        try:
            return deed()
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as threads:
        return list(threads.map(begin, range(count)))
