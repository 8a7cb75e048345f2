from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from corpparent import jobs, retention
from corpparent.models import Job
from members import services
from members.showing import retention as showing


class Command(BaseCommand):
    help = "Show what has had its time and would be wiped; --yes wipes it. What is under a legal hold stays."

    def add_arguments(self, parser):
        parser.add_argument("--yes", action="store_true", help="wipe it; this cannot be undone")

    def handle(self, *args, yes, **options):
        now = timezone.now()
        due = showing.of_preview(line for line in retention.preview(now) if line.rows)
        for line in due:
            self.stdout.write(f"{line['title']}, kept for {line['kept']}: {line['due']}")
        if not due:
            self.stdout.write("Nothing is due.")
        elif yes:
            job = jobs.run_here(services.ask_to_wipe(by=None, at=now))
            if job.status == Job.Status.FAILED:
                raise CommandError(job.message)
            self.stdout.write(job.message or "It is under way; a worker goes on with it.")
        else:
            self.stdout.write("Nothing was wiped. Run it again with --yes to wipe this.")
