"""OpenDocument spreadsheets (ODS) as rows of text: content.xml, read as a stream.

Runs of equal cells and rows are written once with a number; a run of empty ones may be said to be a million long.
"""

import zipfile
from typing import BinaryIO
from xml.parsers import expat

from reports.indicators.files.problems import FileRefused
from reports.indicators.files.workbooks import MAX_ROWS, check_size, text

MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"
MOST_COLUMNS = 200
CHUNK = 64 * 1024
CELLS = ("table:table-cell", "table:covered-table-cell")
DAMAGED = "The spreadsheet is damaged and cannot be opened. Save it again as ODS, XLSX or CSV."

Row = tuple[int, list[str]]


def is_opendocument(file: BinaryIO) -> bool:
    """By content: the type stands uncompressed at the start of the zip."""
    start = file.read(120)
    file.seek(0)
    return MIMETYPE in start


def sheets(file: BinaryIO) -> list[tuple[str, list[Row]]]:
    """Title and filled rows of each sheet. Raises FileRefused."""
    check_size(file)
    reader = Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = reader.start
    parser.CharacterDataHandler = reader.text
    parser.EndElementHandler = reader.end
    try:
        with zipfile.ZipFile(file) as archive, archive.open("content.xml") as content:
            while chunk := content.read(CHUNK):
                parser.Parse(chunk)
            parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, LookupError, ValueError, zipfile.BadZipFile) as problem:
        raise FileRefused(DAMAGED) from problem
    return reader.sheets


def refuse(*_: object) -> None:
    raise FileRefused("The spreadsheet declares entities or a document type, which none needs.")


class Reader:
    """Fills `sheets` from the elements as they come."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, list[Row]]] = []
        self.row: list[str] = []
        self.number = 0
        self.words: list[str] | None = None
        self.repeats = self.row_repeats = 1
        self.value = ""

    def start(self, name: str, about: dict[str, str]) -> None:
        if name == "table:table":
            self.sheets.append((about.get("table:name", ""), []))
            self.number = 0
        elif name == "table:table-row":
            self.row, self.row_repeats = [], int(about.get("table:number-rows-repeated", 1))
        elif name in CELLS:
            self.words, self.repeats = [], int(about.get("table:number-columns-repeated", 1))
            self.value = value_of(about)
        elif (name == "text:p" and self.words) or (name == "text:s" and self.words is not None):
            self.words.append(" ")

    def text(self, words: str) -> None:
        if self.words is not None:
            self.words.append(words)

    def end(self, name: str) -> None:
        if name in CELLS:
            said = self.value or " ".join("".join(self.words or ()).split())
            self.row += [said] * min(self.repeats, MOST_COLUMNS - len(self.row))
            self.words = None
        elif name == "table:table-row":
            self.end_row()

    def end_row(self) -> None:
        if any(self.row) and self.sheets:
            rows = self.sheets[-1][1]
            for number in range(self.number + 1, self.number + 1 + min(self.row_repeats, MAX_ROWS + 1 - len(rows))):
                rows.append((number, list(self.row)))
        self.number += self.row_repeats


def value_of(about: dict[str, str]) -> str:
    """A day or a number as the file means it, not as it is shown; "" for words."""
    kind = about.get("office:value-type", "")
    if kind == "date":
        return about.get("office:date-value", "")[:10]
    if kind == "float":
        return text(float(about.get("office:value", "0")))
    return ""
