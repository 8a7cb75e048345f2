"""The last lawful day to publish the papers of a meeting."""

from argparse import ArgumentTypeError
from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from members.models import ClosedDay, Council
from reports.committees.rules.clock import MOST, publish_by


def day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as problem:
        raise ArgumentTypeError(f"“{given}” is no day. Write it like 2026-12-02.") from problem


class Command(BaseCommand):
    help = "Print the last day on which the papers of a meeting on DAY can be published, with clear days in between."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("day", type=day, help="the day of the meeting, like 2026-12-02")
        parser.add_argument("--clear-days", type=int, help="the council’s own number where it is left out")

    def handle(self, *, day: date, clear_days: int | None, **options: object) -> None:
        number = Council.current().clear_days if clear_days is None else clear_days
        if not 0 <= number <= MOST:
            raise CommandError(f"Clear days are counted from 0 to {MOST}.")
        closed = frozenset(ClosedDay.objects.values_list("on", flat=True))
        self.stdout.write(publish_by(day, number, closed).isoformat())
