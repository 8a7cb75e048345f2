"""The statutory return under measurement: from the bytes of its files to every indicator, validation included.

Beside it PostgreSQL's COPY and SQL, which count a few of the same figures and must agree, and polars, which only reads.
"""

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import polars as pl
import psycopg2

from bench.floors import copying
from bench.rounds import wall
from bench.servers import database_url
from reports.indicators.ssda903 import measures, quality, reading
from tests.reports.indicators.ssda903 import generated

CHILDREN, YEAR = 2500, 2025
TIMES = 10  # returns in a round: one alone is too short for the clock of a shared machine

Files = list[tuple[str, bytes]]


@dataclass(frozen=True)
class Result:
    """Median wall-clock seconds of one return; `memory` is the most bytes held, `libraries` those held before it."""

    ours: float
    floor: float
    reading: float
    episodes: int
    figures: int
    rules: int
    memory: int
    libraries: int


def work_out(files: Files, year: int) -> list[measures.Aggregate]:
    """The return read and cleaned, every rule asked, every figure counted."""
    returned = reading.read(files, year)
    quality.check(returned)
    return measures.measure(returned)


def measure() -> Result:
    """Raises ValueError where the floor counts otherwise."""
    files = generated.files(CHILDREN, YEAR)
    figures = work_out(files, YEAR)
    database = psycopg2.connect(database_url())
    try:
        copying.make_tables(database, files)
        agree(figures, copying.figures(database, files, YEAR))
        seconds = wall(
            {
                "ours": lambda: [work_out(files, YEAR) for _ in range(TIMES)],
                "copying": lambda: [copying.figures(database, files, YEAR) for _ in range(TIMES)],
                "reading": lambda: [read_only(files) for _ in range(TIMES)],
            }
        )
    finally:
        database.close()
    libraries, memory = held(files)
    return Result(
        ours=seconds["ours"] / TIMES,
        floor=seconds["copying"] / TIMES,
        reading=seconds["reading"] / TIMES,
        episodes=dict(files)["episodes.csv"].count(b"\n") - 1,
        figures=len(figures),
        rules=len(quality.RULES),
        memory=memory,
        libraries=libraries,
    )


def agree(figures: list[measures.Aggregate], counted: dict[str, int]) -> None:
    """Raises ValueError where the floor did not count what the portal counted."""
    ours = {one.code: int(one.value) if one.numerator is None else one.numerator for one in figures}
    others = {code: count for code, count in counted.items() if ours.get(code) != count}
    if others:
        raise ValueError(f"PostgreSQL counts otherwise: {others}; ours: {[ours.get(code) for code in others]}.")


def read_only(files: Files) -> list[pl.DataFrame]:
    """The files as tables of text."""
    return [pl.read_csv(content, infer_schema=False) for _, content in files]


def held(files: Files) -> tuple[int, int]:
    """Most bytes that a fresh process has held before it works the return out, and in all."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files:
            Path(folder, name).write_bytes(content)
        command = [sys.executable, "-m", "bench.peak", folder, str(YEAR)]
        before, in_all = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return int(before), int(in_all)
