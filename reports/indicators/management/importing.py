"""What the import commands share: take a file in, say what came of it, end with a number."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from reports.indicators import services
from reports.indicators.files.problems import FileRefused, Problem, count_of
from reports.indicators.models import Import

ALL_TAKEN, SOME_LEFT_OUT, FILE_REFUSED = 0, 1, 2


def to_mend(file: Import) -> Iterator[str]:
    """A line for each problem that is kept of an import, and how many more there are."""
    for problem in file.problems:
        yield f"  {Problem(**problem)}"
    if file.problem_total > len(file.problems):
        yield f"  … and {file.problem_total - len(file.problems):,} more of the kind."


class ImportCommand(BaseCommand):
    """Takes one file in. Ends with 0 when everything was taken, 1 when rows were left out, 2 when nothing was changed
    because the file as a whole is no good.
    """

    kind: Import.Kind

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *, file: Path, meta: Path | None = None, **options: Any) -> None:
        taken = self.take_in(file, meta)
        self.report(taken)
        if taken.file.counts["left_out"]:
            sys.exit(SOME_LEFT_OUT)

    def take_in(self, path: Path, meta: Path | None) -> services.Taken:
        """Raises CommandError with the sentence for the person at the keyboard."""
        files = [path.open("rb") for path in filter(None, [path, meta]) if self.is_file(path)]
        try:
            return services.take_in(
                file=files[0],
                meta=files[1] if meta else None,
                name=path.name,
                kind=self.kind,
                by=None,
                at=timezone.now(),
            )
        except FileRefused as refusal:
            raise CommandError(f"{path.name}: {refusal} Nothing was changed.", returncode=FILE_REFUSED) from refusal
        finally:
            for each in files:
                each.close()

    def is_file(self, path: Path) -> bool:
        """Raises CommandError unless `path` is a file."""
        if not path.is_file():
            raise CommandError(f"There is no file {path}. Nothing was changed.", returncode=FILE_REFUSED)
        return True

    def report(self, taken: services.Taken) -> None:
        """What was taken, what was left out and why."""
        file, counts = taken.file, taken.file.counts
        if taken.is_repeat:
            self.stdout.write(f"{file.file_name}: the same file was taken in before. Nothing was changed.")
        else:
            self.stdout.write(f"{file.file_name}: {self.summary(counts)}")
        for line in to_mend(file):
            self.stdout.write(line)
        self.stdout.write(f"{count_of(counts['left_out'], 'row', 'rows')} left out of {counts['rows']:,}.")

    def summary(self, counts: dict[str, Any]) -> str:
        """One sentence: what the file held and what was new in it."""
        return (
            f"{count_of(counts['rows'], 'row', 'rows')} read; {count_of(counts['new'], 'figure', 'figures')} new, "
            f"{counts['changed']:,} changed, {counts['unchanged']:,} as before."
        )
