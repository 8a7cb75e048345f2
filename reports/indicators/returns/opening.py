"""The files of a return as they came, zips among them opened, under labels that say nothing about a child."""

from collections.abc import Iterator, Sequence

from corpparent import zips
from reports.indicators.files.problems import FileRefused, Problem, Problems, count_of

MEGABYTE = 1024 * 1024
MOST_EACH = 25 * MEGABYTE
MOST_TOGETHER = 60 * MEGABYTE
READABLE = (".csv", ".txt", ".xml")
WORKBOOK = "[Content_Types].xml"  # what makes a zip a workbook or a document

Files = Sequence[tuple[str, bytes]]


def opened(files: Files, problems: Problems) -> list[tuple[str, bytes]]:
    """(label, bytes) of every file to read, of `files` as (name, bytes). A label is "file 2", never a name.

    What a zip holds beside CSV files is passed over, with one problem that says so. Raises FileRefused.
    """
    found = [data for _, data in unpacked(files, problems)]
    if not found:
        raise FileRefused("There is no CSV file in what you sent. Choose the files of the return, or a zip of them.")
    if max(map(len, found)) > MOST_EACH or sum(map(len, found)) > MOST_TOGETHER:
        raise FileRefused(
            f"The files are too large: the portal takes up to {MOST_EACH // MEGABYTE} MB a file and "
            f"{MOST_TOGETHER // MEGABYTE} MB together, unpacked."
        )
    return [(f"file {number}", data) for number, data in enumerate(found, start=1)]


def unpacked(files: Files, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """The files, and in the place of a zip what it holds."""
    for number, (name, data) in enumerate(files, start=1):
        if zips.is_zip(data):
            yield from inside(number, data, problems)
        else:
            yield name, data


def inside(number: int, data: bytes, problems: Problems) -> Iterator[tuple[str, bytes]]:
    """The CSV files in the zip that came as file `number`. Raises FileRefused."""
    try:
        members = zips.contents(data, most=MOST_TOGETHER)
    except zips.ZipRefused as refusal:
        raise FileRefused(str(refusal)) from None
    if any(path == WORKBOOK for path, _ in members):
        raise FileRefused(f"File {number} is a workbook or a document. Save each of its sheets as CSV and send those.")
    wanted = [(path, content) for path, content in members if is_wanted(path)]
    if others := len(members) - len(wanted):
        said = f"{count_of(others, 'file in the zip is', 'files in the zip are')} no CSV."
        problems.add(Problem(0, "", said, "Passed over."))
    yield from wanted


def is_wanted(path: str) -> bool:
    """Whether a file in a zip or a folder can be a table of the return, by the end of its name."""
    return path.lower().endswith(READABLE)
