"""Measure the product beside its floors and write bench/results.json; `bench.results` prints and judges it.

Runs inside pg_virtualenv, which throws up a PostgreSQL of its own. Targets: the table in docs/explanation/speed.md.
`python -m bench return` measures the statutory return alone and prints its row; nothing is written then.
"""

import os
import sys
import tempfile
from contextlib import ExitStack

from bench import pack, portal, results, returns
from bench.results import Row
from bench.rounds import Page, cpu_per_request
from bench.servers import Server, database_url, postmaster

MOST_QUERIES = 4


def measure_pages(addresses: dict[str, portal.Address]) -> list[Row]:
    """Every public page beside the floors that send as many bytes."""
    with ExitStack() as stack:
        product = stack.enter_context(Server("corpparent.wsgi", ready="/health/"))
        floors = {name: stack.enter_context(Server(f"bench.floors.{name}")) for name in ("bare", "one_query", "house")}
        pages = [Page(name, product, address.path) for name, address in addresses.items()]
        pages += [
            Page(f"{floor} {name}", server, f"/?bytes={address.size}")
            for name, address in addresses.items()
            for floor, server in floors.items()
        ]
        spent = cpu_per_request(pages, postmaster())
    return [page_row(name, address, spent) for name, address in addresses.items()]


def page_row(name: str, address: portal.Address, spent: dict[str, float]) -> Row:
    """A page is held against one query and the product's middleware; health, which skips it, against the query."""
    floor, target = ("one_query", 1.2) if name == "health" else ("house", 5.0)
    bare = spent[name] / spent[f"bare {name}"]
    return Row(
        work=name,
        ours=spent[name],
        floor=spent[f"{floor} {name}"],
        target=target,
        unit="CPU ms",
        detail=f"{address.queries} queries, {address.size / 1000:.0f} kB, {bare:.1f}x bare",
        is_otherwise_good=address.queries <= MOST_QUERIES,
    )


def measure_pack() -> Row:
    result = pack.measure(portal.newest_edition())
    return Row(
        work="quality pack",
        ours=1000 * result.ours,
        floor=1000 * result.floor,
        target=1.5,
        unit="ms",
        detail=f"{result.pages} pages, {result.size / 1000:.0f} kB, beside Chromium",
        is_otherwise_good=result.pages >= pack.PAGES,
    )


def measure_return() -> Row:
    result = returns.measure()
    memory, libraries = (held / 1_000_000 for held in (result.memory, result.libraries))
    return Row(
        work="statutory return",
        ours=1000 * result.ours,
        floor=1000 * result.floor,
        target=2.0,
        unit="ms",
        detail=(
            f"{returns.CHILDREN:,} children, {result.episodes:,} episodes to {result.figures} figures and "
            f"{result.rules} rules, beside COPY and SQL; {result.ours / result.reading:.1f}x polars only reading; "
            f"{memory:.0f} MB at most, {libraries:.0f} MB of them before it"
        ),
        is_otherwise_good=True,
    )


def main() -> None:
    if sys.argv[1:] == ["return"]:
        print(results.table([measure_return()]))
        return
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "DATABASE_URL": database_url(),
            "DATA_DIR": folder,
            "SECRET_KEY": "bench-" * 10,
            "ALLOWED_HOSTS": "127.0.0.1",
            "BASE_URL": "http://localhost:8000",
            "EMAIL_URL": "dummymail://",
        }
        portal.seed()
        portal.start_django()
        portal.fill()
        rows = [*measure_pages(portal.addresses()), measure_pack(), measure_return()]
    results.write(rows)


if __name__ == "__main__":
    main()
