import sys
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from reports.indicators.files.problems import FileRefused, count_of
from reports.indicators.management.importing import FILE_REFUSED, SOME_LEFT_OUT
from visits import services


class Command(BaseCommand):
    help = "Take in Ofsted's list of providers (CSV, ODS, XLSX): inspections of our homes, by Ofsted number."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--published-on",
            type=date.fromisoformat,
            metavar="2026-04-20",
            help="the day by which all of it was published, where the list does not say; without it only officers see "
            "what has no day of publication",
        )

    def handle(self, *, file: Path, published_on: date | None, **options: Any) -> None:
        """Ends with 0 when all was taken, 1 when rows were left out, 2 when nothing was changed."""
        if not file.is_file():
            raise CommandError(f"There is no file {file}. Nothing was changed.", returncode=FILE_REFUSED)
        try:
            with file.open("rb") as content:
                taken = services.import_ofsted(file=content, by=None, at=timezone.now(), published_on=published_on)
        except FileRefused as refusal:
            raise CommandError(f"{file.name}: {refusal} Nothing was changed.", returncode=FILE_REFUSED) from refusal
        self.report(file.name, taken)
        if taken.problems.total:
            sys.exit(SOME_LEFT_OUT)

    def report(self, name: str, taken: services.TakenInspections) -> None:
        self.stdout.write(
            f"{name}: {count_of(taken.new, 'inspection', 'inspections')} new, {taken.changed:,} changed, "
            f"{taken.unchanged:,} as before; {count_of(taken.foreign, 'row', 'rows')} of other homes passed over."
        )
        if taken.unseen:
            self.stdout.write(
                f"{count_of(taken.unseen, 'inspection has', 'inspections have')} no day of publication. What has none "
                "is seen only by those who write homes down. Run this again with --published-on and that day, or enter "
                "it at the home."
            )
        for problem in taken.problems:
            self.stdout.write(f"  {problem}")
        self.stdout.write(f"{count_of(taken.problems.total, 'row', 'rows')} left out.")
