"""A table of councillors in the columns that Democracy Club uses, as CSV: in any order, whatever else stands there."""

import csv
import io

from members.feeds.checking import check_size
from members.feeds.cleaning import tidy
from members.feeds.rows import Councillor, Feed, FeedRefused

COLUMNS = {
    "council_id": "council",
    "raw_division": "ward",
    "raw_identifier": "id",
    "email": "email",
    "raw_name": "name",
    "raw_party": "party",
}
NEEDED = ["raw_name", "raw_division"]
DELIMITERS = ",;\t"
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}


def read(content: bytes) -> Feed:
    """Every councillor in the table, unchecked; rows are counted as a spreadsheet shows them. Raises FeedRefused."""
    text = decoded(content)
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=max(DELIMITERS, key=head.count), strict=True)
    feed, councils = Feed(), set()
    try:
        columns = places_of(next(reader, []))
        for number, cells in enumerate(reader, start=2):
            said = {name: tidy(cells[place]) for name, place in columns.items() if place < len(cells)}
            if any(said.values()):
                feed.councillors.append(councillor_of(number, said))
                councils.add(said.get("council", ""))
                check_size(len(feed.councillors))
    except csv.Error:
        raise FeedRefused(
            f"The table cannot be read after line {reader.line_num:,}: a quotation mark is not closed, or a cell is "
            "far too long. Save it again as CSV and bring it once more."
        ) from None
    if len(councils) > 1:
        raise FeedRefused(f"This has councillors of {len(councils)} councils. Keep the rows of your own council alone.")
    feed.wards = len({councillor.ward for councillor in feed.councillors if councillor.ward})
    return feed


def decoded(content: bytes) -> str:
    """The text: UTF-8 or UTF-16 by its mark, UTF-8 without one, else as Windows writes it. Raises FeedRefused."""
    encodings = [encoding for mark, encoding in MARKS.items() if content.startswith(mark)] or ["utf-8", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FeedRefused("This is no text that can be read. Save the table as CSV in UTF-8 and bring it again.")


def places_of(head: list[str]) -> dict[str, int]:
    """{name of a column that is wanted: its place}. Raises FeedRefused where one that is needed is missing."""
    names = [tidy(cell).casefold().replace(" ", "_") for cell in head]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise FeedRefused(
            f"The first row does not name the column {' or '.join(missing)}, so this is no table of councillors. "
            f"It has these columns, in any order: {', '.join(COLUMNS)}."
        )
    return {COLUMNS[name]: names.index(name) for name in COLUMNS if name in names}


def councillor_of(row: int, said: dict[str, str]) -> Councillor:
    number = said.get("id", "")
    return Councillor(
        row=row,
        source_id=f"csv:{number}" if number else "",
        name=said.get("name", ""),
        email=said.get("email", ""),
        ward=said.get("ward", ""),
        party=said.get("party", ""),
    )
