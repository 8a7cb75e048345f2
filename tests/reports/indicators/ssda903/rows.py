"""Small returns, written row by row, for tests."""

from reports.indicators.ssda903.measures import Care, Readings
from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.reading import Return903, read

Row = dict[str, str]


def csv(key: str, *rows: Row) -> bytes:
    """A file of module `key`; cells that a row does not name are blank."""
    columns = MODULES[key].columns
    lines = [",".join(columns), *(",".join(row.get(name, "") for name in columns) for row in rows)]
    return ("\n".join(lines) + "\n").encode()


def returned(year: int = 2025, **tables: list[Row]) -> Return903:
    """A return read from files of these rows."""
    return read([(key, csv(key, *rows)) for key, rows in tables.items()], year)


def care(year: int = 2025, readings: Readings | None = None, **tables: list[Row]) -> Care:
    return Care(returned(year, **tables), readings or Readings())


def episode(child: str, began: str, reason: str = "S", place: str = "U4", ended: str = "", **more: str) -> Row:
    """An episode; one that ends, ends with X1 (care goes on) unless `rec` says otherwise."""
    rec = more.pop("rec", "X1" if ended else "")
    row = {"CHILD": child, "DECOM": began, "RNE": reason, "PLACE": place, "DEC": ended, "REC": rec, "LS": "C2"}
    return row | {"PLACE_PROVIDER": "PR1", "CIN": "N1"} | {name.upper(): text for name, text in more.items()}


def child(name: str, born: str, **more: str) -> Row:
    """A row of any module but the episodes."""
    return {"CHILD": name, "DOB": born} | {column.upper(): text for column, text in more.items()}


def born(age: int, year: int = 2025) -> str:
    """The birthday of somebody who is `age` on 31 March of `year`: the very day."""
    return f"31/03/{year - age}"
