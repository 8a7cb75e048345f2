"""Councillors from the council's own system, on the command line."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from members import services
from members.facts import feeds as facts
from members.feeds import Feed, FeedRefused, read, showing
from members.feeds.comparing import ADDED, CHANGED, ENDED, Comparison, compare
from members.feeds.rows import LEFT_OUT, MOST_BYTES

SOME_LEFT_OUT, FILE_REFUSED = 1, 2


class Command(BaseCommand):
    help = (
        "Compare a list of councillors with the people here and print what would change; --yes does it. Nobody is "
        "deleted, and who is missing from the list stays: their terms are ended on the page."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", required=True, choices=["moderngov", "csv"], dest="form")
        parser.add_argument("--yes", action="store_true", help="do what would change")

    def handle(self, *, file: Path, form: str, yes: bool, **options: object) -> None:
        now = timezone.now()
        content = self.content_of(file)
        found = self.read(content, file, form)
        comparison = compare(found.councillors, facts.known_people(), timezone.localdate(now))
        findings = [finding.as_json() for finding in [*found.findings, *comparison.findings]]
        self.say(file, found, comparison)
        if yes and not comparison.is_empty:
            feed = services.read_feed(content=content, name=file.name, form=form, by=None, at=now)
            feed = services.take_members(feed=feed, ends=set(), by=None, at=now)
            findings = feed.findings
            self.stdout.write("Taken in: {added} new, {changed} changed, {ended} left.".format(**feed.counts))
        elif not yes and not comparison.is_empty:
            self.stdout.write("Nothing was changed. Run it again with --yes to do this.")
        self.end(findings)

    def content_of(self, file: Path) -> bytes:
        """At most one byte more than a list may have. Raises CommandError."""
        try:
            with file.open("rb") as opened:
                return opened.read(MOST_BYTES + 1)
        except OSError:
            raise CommandError(f"There is no file {file}. Nothing was changed.", returncode=FILE_REFUSED) from None

    def read(self, content: bytes, file: Path, form: str) -> Feed:
        try:
            return read(content, form)
        except FeedRefused as refusal:
            raise CommandError(f"{file.name}: {refusal} Nothing was changed.", returncode=FILE_REFUSED) from refusal

    def say(self, file: Path, found: Feed, comparison: Comparison) -> None:
        """Who is new, who changed, who left, who is missing."""
        self.stdout.write(f"{file.name}: councillors {len(found.councillors):,}, wards {found.wards:,}.")
        self.stdout.write("{added} new, {changed} changed, {ended} left, {same} as before.".format(**comparison.counts))
        for row in map(showing.added_row, comparison.of(ADDED)):
            self.stdout.write(f"  New: {row['name']}, {row['ward']}, {row['party']}, {row['term']}")
        for row in map(showing.changed_row, comparison.of(CHANGED)):
            told = "; ".join(f"{one['label']}: {one['old']} -> {one['new']}" for one in row["differences"])
            self.stdout.write("  Changed: " + " ".join(filter(None, [f"{row['name']}.", row["question"], told])))
        for row in map(showing.ended_row, comparison.of(ENDED)):
            self.stdout.write(f"  Left: {row['name']}, last day {row['last_day']}")
        for person in comparison.missing:
            self.stdout.write(f"  Not in the list, and stays: {person.name}")
        if told := showing.former(comparison.former):
            self.stdout.write(told)

    def end(self, findings: list[dict]) -> None:
        """What could not be taken; ends with 1 where a row was left out."""
        for one in sorted(findings, key=lambda finding: finding["row"]):
            who = f" of {one['who']}" if one["who"] else ""
            self.stdout.write(f"  Row {one['row']}, {one['column']}{who}: {one['reason']} {one['did']}.")
        if any(one["did"] == LEFT_OUT for one in findings):
            sys.exit(SOME_LEFT_OUT)
