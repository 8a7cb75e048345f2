import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from members import invented
from members.models import Council
from pledges import invented as invented_pledges
from reports.committees import invented as invented_committees
from reports.packs import seed, services
from reports.packs.models import Pack
from visits import invented as invented_visits

PATIENCE = 180  # seconds for the worker to build the pack


class Command(BaseCommand):
    help = "Make the invented council through the services, have a worker build its pack, and print who can sign in."

    def add_arguments(self, parser):
        parser.add_argument("--codes", action="store_true", help="only print who can sign in, with the codes of now")

    def handle(self, *args, codes, **options):
        there = Council.objects.first()
        if there and not there.is_invented:
            raise CommandError(f"This installation belongs to {there}. The invented council needs one of its own.")
        if codes:
            self.say_who_can_sign_in()
            return
        seed.council()
        people = {person.known_as: (person, password) for person, password in seed.people()}
        self.stdout.write("Four years of meetings, learning and reading …")
        invented.years()
        self.stdout.write("What was promised, kept and said …")
        invented_pledges.years()
        self.stdout.write("Homes, and who visited them …")
        invented_visits.years()
        self.stdout.write("Meetings to come, and what they will deal with …")
        invented_committees.years()
        self.stdout.write("Taking in the figures of an invented England …")
        files = [*seed.take_in_figures(people["Priya"][0]), seed.take_in_scorecard(people["Priya"][0])]
        seed.set_targets(people["Priya"][0], people["Ruth"][0])
        self.stdout.write(f"{sum(file.counts['new'] for file in files):,} figures from {len(files)} files.")
        pack = seed.ask_for_pack(people["Priya"][0])
        self.wait_for(pack)
        path = seed.publish(pack, people["Ruth"][0])
        self.say_who_can_sign_in()
        self.stdout.write(f"\n{path}")

    def say_who_can_sign_in(self) -> None:
        self.stdout.write(f"\n{settings.BASE_URL}\n\nSign in with e-mail and password, and who has one with a code:")
        for line in seed.sign_ins():
            self.stdout.write(f"  {line}")
        self.stdout.write("The code holds for half a minute; manage.py seed --codes prints the next one.")

    def wait_for(self, pack: Pack) -> None:
        """Until the worker has built `pack`, saying how far it is."""
        said, patience = "", time.monotonic() + PATIENCE
        while (job := services.jobs_of(pack).first()) and job.is_open:
            line = f"Building the pack: {job.percent}%"
            if line != said:
                self.stdout.write(line)
                said = line
            if time.monotonic() > patience:
                raise CommandError(f"No worker built the pack in {PATIENCE} seconds. Is one running? make worker")
            time.sleep(0.25)
        if not pack.editions.exists():
            raise CommandError(f"The pack could not be built: {job.message if job else 'nobody asked for it'}")
