import shutil
import time
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from corpparent import jobs
from corpparent.models import Job
from corpparent.periods import NotAPeriod, Period
from corpparent.rules import NotAllowed
from members.models import Council
from reports.indicators.facts.areas import councils
from reports.indicators.models import Area
from reports.packs import services
from reports.packs.models import Edition, Pack

PATIENCE = 300  # seconds that another worker may take over a pack it has already begun


class Command(BaseCommand):
    help = "Build the pack of a period in the foreground; no broker is needed. A pack that is there already is used."

    def add_arguments(self, parser):
        parser.add_argument("--period", required=True, help="a year like 2022-23, or a quarter like 2025-26-Q2")
        parser.add_argument(
            "--council", default="", metavar="CODE", help="code of the area; the own council's if left out"
        )
        parser.add_argument("--edition", choices=Edition.Audience.values, default=Edition.Audience.PUBLIC)
        parser.add_argument("--output", type=Path, metavar="FILE.pdf", help="where to write the PDF")

    def handle(self, *args, period, council, edition, output, **options):
        pack = self.pack_of(period, council or Council.current().area_code)
        self.built(pack)
        found = pack.editions.defer("facts").select_related("file").get(audience=edition)
        if output:
            try:
                shutil.copyfile(found.file.path, output)
            except OSError as problem:
                raise CommandError(f"{output} could not be written: {problem.strerror}.") from problem
        self.stdout.write(f"{found}: {found.pages} pages, sha256 {found.sha256}")
        self.stdout.write(str((output or found.file.path).resolve()))

    def pack_of(self, period: str, code: str) -> Pack:
        if not code:
            raise CommandError("This portal belongs to no council yet: name one with --council CODE.")
        area = councils().filter(code=code).first()
        if area is None:
            known = Area.objects.exists()
            hint = "Take its figures in first, with import_statistics." if not known else "Look at the code."
            raise CommandError(f"No council with the code “{code}” is known. {hint}")
        try:
            return services.ask_for_pack(area=area, period=Period.parse(period), by=None, at=timezone.now())
        except (NotAPeriod, NotAllowed) as refusal:
            raise CommandError(str(refusal)) from refusal

    def built(self, pack: Pack) -> None:
        """Do the pack's job here, or wait for the worker that has it."""
        job = services.jobs_of(pack).open().first()
        patience = time.monotonic() + PATIENCE
        while job and job.is_open:
            job = jobs.run_here(job)
            if time.monotonic() > patience:
                raise CommandError("A worker has this pack and does not finish it. Look at its log.")
            if job.is_open:
                time.sleep(0.5)
        last = services.jobs_of(pack).first()
        if last and last.status != Job.Status.DONE:
            raise CommandError(last.message)
