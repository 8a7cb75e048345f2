"""From the bytes of a return to sums. Whatever goes wrong in here comes out as a sentence without a cell in it."""

import hashlib
import logging
import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar

from django.views.decorators.debug import sensitive_variables
from polars.exceptions import PanicException

from reports.indicators.files.problems import FileRefused, Problems
from reports.indicators.returns.opening import Files, opened
from reports.indicators.returns.years import check_dates
from reports.indicators.ssda903 import quality
from reports.indicators.ssda903.expected import as_expected
from reports.indicators.ssda903.measures import Aggregate, measure
from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.quality import Finding
from reports.indicators.ssda903.reading import read

log = logging.getLogger(__name__)

Read = TypeVar("Read")
OURS = Path(__file__).parent.parent

UNREADABLE = (
    "The files could not be read, and nothing of them was kept. Save each as a plain CSV (UTF-8) and send them again; "
    "if that does not help, the server's log has the kind of error for whoever looks after the portal."
)


@dataclass(frozen=True)
class Summed:
    """What is left of a return. `rows` by the label of a module; `figures` and `findings` are JSON-ready.

    `sha256` (hex) is of the contents whatever their names, order and packing; `size` is their bytes, unpacked.
    """

    year: int
    sha256: str
    size: int
    rows: dict[str, int]
    figures: list[dict[str, Any]]
    findings: list[dict[str, Any]]
    problems: Problems


def in_words(reads: Callable[[Files, int], Read]) -> Callable[[Files, int], Read]:
    """No exception that knows a cell leaves `reads`, as message, cause or context: what is refused is a sentence, and
    of an error that nobody foresaw only its type and its place in the code are logged.
    """

    @wraps(reads)
    @sensitive_variables()
    def guarded(files: Files, year: int) -> Read:
        try:
            return reads(files, year)
        except FileRefused as refusal:
            sentence = str(refusal)
        except (Exception, PanicException) as unforeseen:
            log.error("A statutory return could not be read: %s.", kind_and_place(unforeseen))
            sentence = UNREADABLE
        raise FileRefused(sentence)

    return guarded


def kind_and_place(error: BaseException) -> str:
    """ "ValueError in stability.py, line 40": nothing of what the error says, which may be a cell."""
    steps = [(Path(frame.f_code.co_filename), line) for frame, line in traceback.walk_tb(error.__traceback__)]
    path, line = next((step for step in reversed(steps) if OURS in step[0].parents), steps[-1])
    return f"{type(error).__name__} in {path.name}, line {line}"


@in_words
def expected(files: Files, year: int) -> dict[str, Any]:
    """The unprotected sums of the files, (name, bytes) each, by the names that officers compare. Raises FileRefused."""
    return as_expected(read(opened(files, Problems()), year))


@in_words
@sensitive_variables()
def summed(files: Files, year: int) -> Summed:
    """Read the files, (name, bytes) each, as the return for the year ending 31 March `year`. Raises FileRefused."""
    problems = Problems()
    contents = opened(files, problems)
    found = read(contents, year)
    problems.extend(found.problems)
    check_dates(found, problems)
    return Summed(
        year=found.year,
        sha256=fingerprint(data for _, data in contents),
        size=sum(len(data) for _, data in contents),
        rows={MODULES[key].label: table.height for key, table in found.tables.items()},
        figures=[as_json(one) for one in measure(found)],
        findings=grouped(quality.check(found)),
        problems=problems,
    )


def fingerprint(contents: Iterable[bytes]) -> str:
    """sha256 (hex) over those of the contents, in their order: the same whichever file came first."""
    digests = sorted(hashlib.sha256(data).digest() for data in contents)
    return hashlib.sha256(b"".join(digests)).hexdigest()


def as_json(one: Aggregate) -> dict[str, Any]:
    """{code, category, numerator, denominator, value}, numbers as text or None."""
    numbers = {name: getattr(one, name) for name in ("numerator", "denominator", "value")}
    written = {name: None if number is None else str(number) for name, number in numbers.items()}
    return {"code": one.code, "category": one.category, **written}


def grouped(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """{rule, module, column, message, weighs, rows: [...]}, one for all rows that a rule found in a column."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for one in findings:
        groups.setdefault((one.rule, one.module, one.column, one.message, one.weighs), []).append(one.row)
    names = ("rule", "module", "column", "message", "weighs")
    return [dict(zip(names, alike, strict=True)) | {"rows": rows} for alike, rows in groups.items()]
