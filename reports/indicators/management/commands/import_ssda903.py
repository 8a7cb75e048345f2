import json
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from corpparent.words import size
from reports.indicators import returns, services
from reports.indicators.files.problems import FileRefused, count_of
from reports.indicators.management.importing import FILE_REFUSED, SOME_LEFT_OUT, to_mend
from reports.indicators.models import Import, Observation

SHOWN = 10  # rows of a finding, on one line


class Command(BaseCommand):
    help = (
        "Take in the council's statutory return (SSDA903): its sums. Nothing about a single child is kept or printed."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", type=Path, nargs="+", metavar="DIR_OR_FILES", help="a folder, files, or a zip")
        parser.add_argument(
            "--year", type=int, required=True, help="2019: the return for the year ending 31 March 2019"
        )
        parser.add_argument("--final", action="store_true", help="it will not change any more; otherwise provisional")
        parser.add_argument(
            "--json", action="store_true", help="print the unprotected sums, for an officer's eyes, and store nothing"
        )

    def handle(self, *, paths: list[Path], year: int, final: bool, json: bool, **options: Any) -> None:
        """Ends with 0 when all was taken, 1 when rows were left out, 2 when nothing was changed."""
        try:
            files = [(path.name, content(path)) for path in self.files(paths)]
            if json:
                return self.print_sums(files, year)
            status = Observation.Status.FINAL if final else Observation.Status.PROVISIONAL
            taken = services.take_in_return(files=files, year=year, status=status, at=timezone.now())
        except FileRefused as refusal:
            sentence = str(refusal)
        else:
            return self.report(taken)
        raise CommandError(f"{sentence} Nothing was changed.", returncode=FILE_REFUSED)

    def files(self, paths: list[Path]) -> list[Path]:
        """The files named, and in a folder those that a return can be made of. Raises FileRefused."""
        found: list[Path] = []
        for path in paths:
            inside = sorted(each for each in path.iterdir() if is_of_a_return(each)) if path.is_dir() else [path]
            found += inside
        return found

    def print_sums(self, files: list[tuple[str, bytes]], year: int) -> None:
        self.stdout.write(json.dumps(returns.expected(files, year), indent=1))

    def report(self, taken: services.Taken) -> None:
        """What came, what it came to, what is to be mended: by row and column, never by child."""
        file = taken.file
        if taken.is_repeat:
            self.stdout.write(f"{file.file_name}: the same files were taken in before. Nothing was changed.")
        else:
            self.stdout.write(f"{file.file_name}: {self.summary(file)}")
        for line in to_mend(file):
            self.stdout.write(line)
        for one in file.findings:
            self.stdout.write(
                f"  Rule {one['rule']} ({one['module']}, {one['column']}): {one['message']} {rows_of(one)}"
            )
        if file.counts["left_out"]:
            sys.exit(SOME_LEFT_OUT)

    def summary(self, file: Import) -> str:
        """One sentence: the tables that came, and what was new in their figures."""
        counts = file.counts
        tables = ", ".join(f"{label} {rows:,}" for label, rows in counts["modules"].items())
        return (
            f"{count_of(counts['rows'], 'row', 'rows')} read ({tables}); "
            f"{count_of(counts['new'], 'figure', 'figures')} new, {counts['changed']:,} changed, "
            f"{counts['unchanged']:,} as before."
        )


def is_of_a_return(path: Path) -> bool:
    """Of what lies in a folder: CSV files and zips."""
    return path.is_file() and (returns.is_wanted(path.name) or path.suffix.lower() == ".zip")


def content(path: Path) -> bytes:
    """The bytes of a file that is not too large. Raises FileRefused."""
    if not path.is_file():
        raise FileRefused(f"There is no file or folder {path}.")
    if path.stat().st_size > returns.MOST_EACH:
        raise FileRefused(f"{path.name} is larger than {size(returns.MOST_EACH)}, the most the portal takes.")
    return path.read_bytes()


def rows_of(finding: dict[str, Any]) -> str:
    """ "Rows 3, 5, 8." of the first ten, and how many more; "" where it is about the table as a whole."""
    rows = [f"{row:,}" for row in finding["rows"] if row]
    if not rows:
        return ""
    more = f" and {len(rows) - SHOWN:,} more" if len(rows) > SHOWN else ""
    return f"Row{'s' * (len(rows) != 1)} {', '.join(rows[:SHOWN])}{more}."
