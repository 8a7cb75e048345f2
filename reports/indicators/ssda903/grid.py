"""A text of rows and cells as a frame of text: nothing but its heading, its cells and the numbers of its rows."""

import csv
import io

import polars as pl

from reports.indicators.files.problems import LEFT_OUT, FileRefused, Problem, Problems
from reports.indicators.files.tables import explained, wrong_width
from reports.indicators.ssda903.cleaning import tidy

MAX_COLUMNS = 100
MAX_ROWS = 400_000
BLANK = ' \t\n,;"'


def delimiter_of(line: str) -> str:
    """What parts `line` into most cells."""
    return max(",;\t", key=line.count)


def heading_of(text: str) -> tuple[int, list[str]]:
    """The row number of the first line that holds anything, and its cells in capitals. Raises FileRefused."""
    number, line = next((each for each in enumerate(lines(text), 1) if each[1].strip(BLANK)), (0, ""))
    if not number:
        raise FileRefused("The file has nothing in it but blank lines.")
    if line.count(delimiter_of(line)) >= MAX_COLUMNS:
        raise FileRefused(f"Its first line has more than {MAX_COLUMNS} columns; no table of the return has so many.")
    try:
        cells = next(csv.reader([line], delimiter=delimiter_of(line)))
    except csv.Error as problem:
        raise FileRefused(explained(problem, number)) from None
    names = [name.strip().upper() for name in cells]
    while names and not names[-1]:
        names.pop()
    return number, names


def lines(text: str) -> io.StringIO:
    """One line after the other, without splitting those that nobody asks for."""
    return io.StringIO(text)


def frame_of(text: str, heading: int, columns: list[str], problems: Problems, label: str) -> pl.DataFrame:
    """The rows below the heading, which stands in row `heading`: `row` and `columns` as tidy text, blank cells null.

    Rows of another width are left out and reported. Raises FileRefused where the file stops in the middle of a row.
    """
    *_, first, body = [*text.split("\n", heading), ""][: heading + 1]
    delimiter = delimiter_of(first)
    if body.count("\n") > MAX_ROWS:
        raise FileRefused(f"It has more than {MAX_ROWS:,} rows; no council's return has so many.")
    frame = even_frame(body, delimiter, columns, heading) if is_even(body, delimiter, len(columns)) else None
    if frame is None:
        return tidy(uneven_frame(body, delimiter, columns, heading, problems, label))
    return frame if is_tidy(body, delimiter) else tidy(frame)


def is_even(body: str, delimiter: str, width: int) -> bool:
    """Whether the file needs no care: no quotation marks, and as many delimiters as so many rows should have."""
    rows = body.count("\n") + (not body.endswith("\n"))
    return '"' not in body and not body.startswith("\n") and body.count(delimiter) == rows * (width - 1)


def is_tidy(body: str, delimiter: str) -> bool:
    """Whether no cell begins or ends with a space, and none is a whole number written as 1.0."""
    untidy = (".0", "\xa0", f" {delimiter}", f"{delimiter} ", " \n", "\n ")
    return not any(pattern in body for pattern in untidy) and body == body.strip(" ")


def even_frame(body: str, delimiter: str, columns: list[str], heading: int) -> pl.DataFrame | None:
    """The quick way, by polars; None where a row has more cells than the heading."""
    if not body:
        return pl.DataFrame(schema={"row": pl.UInt32} | dict.fromkeys(columns, pl.String))
    try:
        frame = pl.read_csv(
            body.encode(),
            has_header=False,
            new_columns=columns,
            separator=delimiter,
            infer_schema=False,
            quote_char=None,
        )
    except pl.exceptions.PolarsError:
        return None
    return frame.with_row_index("row", heading + 1) if frame.width == len(columns) else None


def uneven_frame(
    body: str, delimiter: str, columns: list[str], heading: int, problems: Problems, label: str
) -> pl.DataFrame:
    """The careful way, row by row: for quotation marks and for rows of another width."""
    width = len(columns)
    kept: list[tuple[int, list[str]]] = []
    number = heading
    cells: list[str] = []
    reader = csv.reader(io.StringIO(body), delimiter=delimiter, strict=True)
    try:
        for number, cells in enumerate(reader, heading + 1):
            if len(cells) == width or (len(cells) > width and not any(map(str.strip, cells[width:]))):
                kept.append((number, cells[:width]))
            elif any(map(str.strip, cells)):
                problems.add(Problem(number, label, wrong_width(len(cells), width), LEFT_OUT))
    except csv.Error as problem:
        raise FileRefused(explained(problem, number + 1)) from None
    if len(cells) < width and any(map(str.strip, cells)) and not body.endswith("\n"):
        raise FileRefused(f"It stops in the middle of row {number:,}, so it was cut short. Send it again, whole.")
    data = {name: [row[1][place] for row in kept] for place, name in enumerate(columns)}
    return pl.DataFrame(
        {"row": [row[0] for row in kept]} | data, schema={"row": pl.UInt32} | dict.fromkeys(columns, pl.String)
    )
