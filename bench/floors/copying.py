"""The floor of the statutory return: PostgreSQL copies the same CSV files into tables of text and counts in SQL."""

from datetime import date
from io import BytesIO
from pathlib import Path

from psycopg2.extensions import connection as Connection

FIGURES = Path(__file__).with_name("return.sql").read_text()

Files = list[tuple[str, bytes]]


def make_tables(database: Connection, files: Files) -> None:
    """A table of this session for each file (name, content), named as it, and empty at the end of each transaction."""
    with database, database.cursor() as cursor:
        for name, content in files:
            columns = ", ".join(f"{column} text" for column in content.decode().splitlines()[0].split(","))
            cursor.execute(f"CREATE TEMPORARY TABLE {table_of(name)} ({columns}) ON COMMIT DELETE ROWS")


def figures(database: Connection, files: Files, year: int) -> dict[str, int]:
    """Children (or times) by the code of our indicator; all in one transaction, in the tables of `make_tables`."""
    with database, database.cursor() as cursor:
        for name, content in files:
            cursor.copy_expert(f"COPY {table_of(name)} FROM STDIN (FORMAT csv, HEADER)", BytesIO(content))
        cursor.execute(FIGURES, {"starts_on": date(year - 1, 4, 1), "ends_on": date(year, 3, 31)})
        return dict(zip((column.name for column in cursor.description), cursor.fetchone(), strict=True))


def table_of(name: str) -> str:
    """ "oc2.csv" -> "oc2"."""
    return Path(name).stem
