"""The companion `<name>.meta.csv` of an open-data file: what its columns are. It is checked, not needed."""

from typing import BinaryIO

from reports.indicators.files import tables
from reports.indicators.files.problems import FileRefused, Problem, Problems, shown

MANDATORY = ("col_name", "col_type", "label")


def check(file: BinaryIO, columns: list[str]) -> Problems:
    """Columns that the companion names and the data do not have, as problems. Raises FileRefused."""
    table = tables.read_csv(file)
    missing = [name for name in MANDATORY if name not in table.columns]
    if missing:
        raise FileRefused(f"The companion file (meta) has no column {', '.join(missing)}.")
    name_at = table.columns.index("col_name")
    for number, cells in table.rows:
        if cells[name_at].lower() not in columns:
            reason = f"The companion file names the column {shown(cells[name_at])}, which the data do not have."
            table.problems.add(Problem(number, "col_name", reason, "Check that the two files belong together."))
    return table.problems
