"""Any comma-separated table, read row by row: its columns, and its rows with the numbers a spreadsheet shows."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, count
from typing import Any, BinaryIO

from reports.indicators.files.problems import FileRefused, Problem, Problems, count_of

MAX_BYTES = 20 * 1024 * 1024
MAX_COLUMNS = 500
SAVE_AS = "Open it in a spreadsheet and save it as “CSV UTF-8”."
CUT_SHORT = "The file stops here without a line break, so it may have been cut short."
NOT_CSV = {
    b"PK\x03\x04": "This is a spreadsheet (or another zip file), whatever its name says.",
    b"\xd0\xcf\x11\xe0": "This is an old Excel file, whatever its name says.",
    b"%PDF": "This is a PDF, whatever its name says.",
    b"\x1f\x8b": "This is a compressed file, whatever its name says.",
}


@dataclass
class Table:
    """`columns` in small letters. While `rows` are read, `problems` fills and `left_out` counts rows not whole."""

    columns: list[str]
    rows: Iterator[tuple[int, list[str]]] = field(default_factory=lambda: iter(()))
    problems: Problems = field(default_factory=Problems)
    left_out: int = 0


def read_csv(file: BinaryIO) -> Table:
    """A table whose `rows` stream (row number, trimmed cells), blank rows passed over.

    Takes UTF-8 with or without byte order mark, UTF-16 with one; commas, semicolons or tabs. Raises FileRefused, also
    while the rows are read.
    """
    text = text_of(file)
    records = records_of(text)
    heading = next(filter(any, (cells for _, cells in records)), None)
    if heading is None:
        raise FileRefused("The file has nothing in it but blank lines.")
    table = Table(columns=columns_of(heading))
    table.rows = whole_rows(records, table, text)
    return table


def rows_of_csv(file: BinaryIO) -> Iterator[tuple[int, list[str]]]:
    """(row number, trimmed cells) from the very first line on, of any width. Raises FileRefused, also while read."""
    return records_of(text_of(file))


def text_of(file: BinaryIO) -> "Text":
    """The lines of `file`, in the encoding its first bytes tell. Raises FileRefused."""
    check_kind(file)
    encoding = "utf-16" if start_of(file, 2) in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    return Text(io.TextIOWrapper(io.BufferedReader(Borrowed(file)), encoding=encoding, errors="replace", newline=""))


class Borrowed(io.RawIOBase):
    """Bytes of a file that somebody else opened and will close: a TextIOWrapper closes what it was given."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        chunk = self.file.read(len(buffer))
        buffer[: len(chunk)] = chunk
        return len(chunk)


def start_of(file: BinaryIO, size: int) -> bytes:
    """The first `size` bytes, without moving on."""
    start = file.read(size)
    file.seek(0)
    return start


def check_kind(file: BinaryIO) -> None:
    """Refuse what is no text table, by its content and size. Raises FileRefused."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    if not size:
        raise FileRefused("The file is empty.")
    if size > MAX_BYTES:
        raise FileRefused(
            f"The file has {size / 1024**2:,.0f} MB; at most {MAX_BYTES // 1024**2} MB can be read. Split it by year."
        )
    start = start_of(file, 8)
    for magic, sentence in NOT_CSV.items():
        if start.startswith(magic):
            raise FileRefused(f"{sentence} {SAVE_AS}")
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise FileRefused("This is a web page or an XML file, not a table. Download the CSV file itself.")


class Text:
    """The lines of a text file, watched: `ends_whole` says whether the last one ended with a line break."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self.file = file
        self.line = ""

    def __iter__(self) -> Iterator[str]:
        for number, line in enumerate(self.file, 1):
            if "\0" in line:
                raise FileRefused(f"Line {number} holds bytes that no text has: the file is damaged or no table.")
            if "\ufffd" in line:
                raise FileRefused(f"Line {number} holds letters that are not in UTF-8. {SAVE_AS}")
            self.line = line
            yield line

    @property
    def ends_whole(self) -> bool:
        return self.line.endswith(("\n", "\r"))


def records_of(text: Text) -> Iterator[tuple[int, list[str]]]:
    """Row numbers and trimmed cells. The delimiter is the one that parts the first line into most cells."""
    lines = iter(text)
    first = next(lines, "")
    reader = csv.reader(chain([first], lines), delimiter=max(",;\t", key=first.count), strict=True)
    for number in count(1):
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as problem:
            raise FileRefused(explained(problem, number)) from problem
        yield number, [cell.strip() for cell in cells]


def explained(problem: csv.Error, row: int) -> str:
    """What Python's csv module means, in words."""
    if "field larger" in str(problem):
        return f"Row {row} has a cell of more than {csv.field_size_limit():,} characters: this is no table of figures."
    return f"Row {row}: the quotation marks do not pair up. The file may have been cut short; download it again."


def columns_of(heading: list[str]) -> list[str]:
    """The heading in small letters. Raises FileRefused where it cannot be one."""
    while heading and not heading[-1]:
        heading = heading[:-1]
    columns = [name.lower() for name in heading]
    if len(columns) > MAX_COLUMNS:
        raise FileRefused(f"The heading has {len(columns):,} columns; a DfE file has fewer than {MAX_COLUMNS}.")
    if len(columns) < 2:
        raise FileRefused("This is not a table: its first line is a single cell.")
    for place, name in enumerate(columns, start=1):
        if name and name in columns[: place - 1]:
            # Not quoted: in a file without a heading this is somebody's row.
            first = columns.index(name) + 1
            raise FileRefused(f"The columns {first} and {place} have the same heading. Remove one of them.")
    return columns


def whole_rows(records: Iterator[tuple[int, list[str]]], table: Table, text: Text) -> Iterator[tuple[int, list[str]]]:
    """Rows with as many cells as the heading; the others become problems."""
    width = len(table.columns)
    number, is_whole = 0, False
    for number, cells in records:
        if not any(cells):
            continue
        is_whole = len(cells) == width or (len(cells) > width and not any(cells[width:]))
        if is_whole:
            yield number, cells[:width]
        else:
            table.left_out += 1
            table.problems.add(Problem(number, "", wrong_width(len(cells), width)))
    if not number:
        raise FileRefused("The file has a heading and no rows below it.")
    if is_whole and not text.ends_whole:
        table.problems.add(Problem(number, "", CUT_SHORT, "Compare this row with the original."))


def wrong_width(found: int, expected: int) -> str:
    short = " The file may have been cut short." if found < expected else ""
    return f"It has {count_of(found, 'cell', 'cells')} where the heading has {expected}.{short}"
