"""People, bodies and memberships on standard output."""

import json

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone

from corpparent import exports
from members import popolo, services, spreadsheets


class Command(BaseCommand):
    help = "Write people, bodies and memberships to standard output: all as Popolo JSON, or one table of them as CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--format", required=True, choices=["popolo", "csv"], dest="form")
        parser.add_argument(
            "--table", default="memberships", choices=["people", "bodies", "memberships"], help="which one, of csv"
        )

    def handle(self, *, form: str, table: str, **options: object) -> None:
        register = services.export_people(form=form, by=None, at=timezone.now())
        if form == "popolo":
            self.stdout.write(json.dumps(popolo.document(register), ensure_ascii=False, indent=2))
            return
        sheet = spreadsheets.sheets(register)[table]
        self.stdout.write(exports.csv_bytes(sheet.head, sheet.rows).decode("utf-8-sig"), ending="")
