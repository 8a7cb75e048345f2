"""The one door for a table of promises."""

import io
from dataclasses import replace

from pledges.files.cells import READERS, BadCell
from pledges.files.columns import COLUMNS, NEEDED, places_of
from pledges.files.rows import Finding, Found, Known, PromiseRow
from reports.indicators.files.problems import FileRefused
from reports.indicators.files.tables import rows_of_csv

MOST_BYTES = 1024 * 1024
MOST_ROWS = 200

__all__ = ["FileRefused", "read"]


def read(content: bytes, known: Known) -> Found:
    """What `content` (CSV) promises. Rows are numbered as a spreadsheet shows them.

    Raises FileRefused where the file as a whole is no table of promises.
    """
    if len(content) > MOST_BYTES:
        raise FileRefused("This is larger than 1 MB, and no pledge is. Look whether it is the right file.")
    found, places = Found(), None
    for number, cells in rows_of_csv(io.BytesIO(content)):
        if not any(cells):
            continue
        if places is None:
            places = checked(places_of(cells))
        elif len(found.rows) + len(found.findings) >= MOST_ROWS:
            raise FileRefused(f"This has more than {MOST_ROWS} rows. Keep the promises of one pledge alone.")
        else:
            known = take(number, cells, places, known, found)
    if not found.rows and not found.findings:
        raise FileRefused("There is no promise in this table. Write one a row below the names of the columns.")
    return found


def checked(places: dict[str, int]) -> dict[str, int]:
    """Raises FileRefused where a column that is needed is missing."""
    missing = [COLUMNS[name] for name in NEEDED if name not in places]
    if missing:
        raise FileRefused(
            f"The first row does not name the column {' or '.join(missing)}, so this is no table of promises. "
            f"It has these columns, in any order: {', '.join(COLUMNS.values())}."
        )
    return places


def take(number: int, cells: list[str], places: dict[str, int], known: Known, found: Found) -> Known:
    """Read one row into `found`; what is known then, with the wording of a sound one."""
    said, findings = {}, []
    for name, reader in READERS.items():
        place = places.get(name, len(cells))
        try:
            said[name] = reader(cells[place] if place < len(cells) else "", known)
        except BadCell as problem:
            findings.append(finding(number, name, str(problem)))
    if findings:
        found.findings += findings
        return known
    row = PromiseRow(number=len(found.rows) + 1, **said)
    found.rows.append(row)
    return replace(known, wordings=known.wordings | {row.wording.casefold()})


def finding(row: int, column: str, reason: str) -> Finding:
    return {"row": row, "column": COLUMNS[column], "reason": reason}
