import hashlib
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from corpparent import proving, record
from corpparent.words import day
from reports.packs import proof
from reports.packs.models import Edition


class Command(BaseCommand):
    help = "Say which edition a PDF is, or that it is none, and whether the record still holds the head printed in it."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, metavar="FILE.pdf")

    def handle(self, *args, file, **options):
        try:
            with file.open("rb") as opened:
                digest = hashlib.file_digest(opened, "sha256").hexdigest()
        except OSError as problem:
            raise CommandError(f"{file} could not be read: {problem.strerror}.") from problem
        edition = (
            Edition.objects.select_related("pack__area").defer("facts", "pack__facts").filter(sha256=digest).first()
        )
        if edition is None:
            if said := proving.said_of(file.read_bytes()):
                self.stdout.write(f"{file.name} is: {said}")
                return
            raise CommandError(f"{file.name} is no edition of this portal, or was changed. Its sha256 is {digest}.")
        published = f"published on {day(edition.published_at)}" if edition.published_at else "not published"
        self.stdout.write(f"{file.name} is: {edition}, {edition.pages} pages, {published}.")
        try:
            proof.check(edition)
        except proof.Damaged as damage:
            raise CommandError(str(damage)) from damage
        verdict = record.verify(edition.head)
        if verdict.fault:
            raise CommandError(verdict.fault)
        self.stdout.write(f"The record still holds the head printed in it, {edition.head.partition(':')[0]}.")
