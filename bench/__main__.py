"""Measure the product beside its floors and write bench/results.json; `bench.results` prints and judges it.

Runs inside pg_virtualenv, which throws up a PostgreSQL of its own. Targets: the table in docs/explanation/speed.md.
`python -m bench return` measures the statutory return alone and prints its row, `python -m bench agenda` that of the
agenda pack, `python -m bench people` the rows of pages about people and their duties, `python -m bench pledges` about
pledges, actions and what was heard, `python -m bench visits` about homes and visits, `python -m bench meetings` about
meetings and their papers; nothing is written then.
"""

import os
import sys
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass

from bench import agenda, meetings, pack, people, pledges, portal, results, returns, visits
from bench.results import Row
from bench.rounds import Page, cpu_per_request
from bench.servers import Server, database_url, postmaster


@dataclass(frozen=True)
class Limits:
    """What a page is held against: one query and the product's middleware, unless it skips that."""

    target: float = 5.0
    queries: int = 4
    floor: str = "house"


SIGNED_IN = Limits(10.0, 6)
LIMITS = {
    "health": Limits(1.2, floor="one_query"),
    "directory": SIGNED_IN,
    "statement": Limits(20.0, 12),
    "matrix of duties": Limits(320.0, 9),
    "actions": SIGNED_IN,
    "actions, all": SIGNED_IN,
    "my actions": SIGNED_IN,
    "a body's actions": SIGNED_IN,
    "what was heard": SIGNED_IN,
    "coverage": Limits(5.0, 6),
    "coverage, cold": Limits(25.0, 20),
    "visits": SIGNED_IN,
    "rota": SIGNED_IN,
    "homes": SIGNED_IN,
    "meeting, member": SIGNED_IN,
    "papers, member": SIGNED_IN,
    "search, member": SIGNED_IN,
}


def measure_pages(addresses: dict[str, portal.Address]) -> list[Row]:
    """Every page beside the floors that send as many bytes."""
    with ExitStack() as stack:
        product = stack.enter_context(Server("corpparent.wsgi", ready="/health/"))
        cold = stack.enter_context(Server("bench.cold", ready="/health/"))
        floors = {name: stack.enter_context(Server(f"bench.floors.{name}")) for name in ("bare", "one_query", "house")}
        pages = [
            Page(name, cold if address.is_cold else product, address.path, address.cookie)
            for name, address in addresses.items()
        ]
        pages += [
            Page(f"{floor} {name}", server, f"/?bytes={address.size}")
            for name, address in addresses.items()
            for floor, server in floors.items()
        ]
        spent = cpu_per_request(pages, postmaster())
    return [page_row(name, address, spent) for name, address in addresses.items()]


def page_row(name: str, address: portal.Address, spent: dict[str, float]) -> Row:
    limits = LIMITS.get(name, Limits())
    bare = spent[name] / spent[f"bare {name}"]
    return Row(
        work=name,
        ours=spent[name],
        floor=spent[f"{limits.floor} {name}"],
        target=limits.target,
        unit="CPU ms",
        detail=f"{address.queries} queries, {address.size / 1000:.0f} kB, {bare:.1f}x bare",
        is_otherwise_good=address.queries <= limits.queries,
    )


def measure_people() -> list[Row]:
    """Duties first, while the seeded council has its hundred corporate parents; then the directory of a thousand."""
    people.fill_record()
    rows = measure_pages(portal.addresses_of_duties())
    people.fill_directory()
    return rows + measure_pages(portal.addresses_of_directory())


def measure_pledges() -> list[Row]:
    pledges.fill()
    return measure_pages(portal.addresses_of_pledges())


def measure_visits() -> list[Row]:
    """One year of visits, then ten: a year's coverage costs the same."""
    visits.fill_homes()
    visits.fill_visits(range(1))
    before = {row.work: row for row in measure_pages(portal.addresses_of_coverage())}
    visits.fill_visits(range(1, 10))
    rows = measure_pages(portal.addresses_of_coverage() | portal.addresses_of_visits())
    return [*rows, *(beside(before[row.work], row) for row in rows if row.work in before)]


def measure_meetings() -> list[Row]:
    """One year of papers, then ten: two thousand. A year's search is a year's texts, so it is not compared."""
    meetings.fill_meetings(range(1))
    compared = {name: one for name, one in portal.addresses_of_meetings().items() if name in meetings.COMPARED}
    before = {row.work: row for row in measure_pages(compared)}
    meetings.fill_meetings(range(1, 10))
    rows = measure_pages(portal.addresses_of_meetings())
    return [*rows, *(beside(before[row.work], row) for row in rows if row.work in before)]


def beside(one: Row, ten: Row) -> Row:
    """What ten years cost of what one costs, each beside the floors of its own run."""
    return Row(f"{one.work}, decade", ten.ratio, one.ratio, 1.2, "x house", "ten years beside one", True)


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


def measure_agenda() -> Row:
    result = agenda.measure()
    return Row(
        work="agenda pack",
        ours=1000 * result.ours,
        floor=1000 * result.floor,
        target=1.0,
        unit="CPU ms",
        detail=f"{result.pages} pages, {result.size / 1000:.0f} kB, beside qpdf that only joins",
        is_otherwise_good=result.pages > agenda.PAPERS * agenda.PAGES,
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
    if sys.argv[1:] == ["agenda"]:
        print(results.table([measure_agenda()]))
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
        portal.migrate()
        portal.start_django()
        if sys.argv[1:] == ["people"]:
            portal.seed_people()
            print(results.table(measure_people()))
            return
        if sys.argv[1:] == ["pledges"]:
            portal.seed_people()
            print(results.table(measure_pledges()))
            return
        if sys.argv[1:] == ["visits"]:
            portal.seed_people()
            print(results.table(measure_visits()))
            return
        if sys.argv[1:] == ["meetings"]:
            portal.seed_people()
            print(results.table(measure_meetings()))
            return
        portal.seed()
        portal.fill()
        rows = [
            *measure_pages(portal.addresses()),
            measure_pack(),
            measure_agenda(),
            measure_return(),
            *measure_pledges(),
            *measure_visits(),
            *measure_meetings(),
            *measure_people(),
        ]
    results.write(rows)


if __name__ == "__main__":
    main()
