from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members import services


class Command(BaseCommand):
    help = "Write the council this installation belongs to. Run it again to correct it."

    def add_arguments(self, parser):
        parser.add_argument("name", help="as it signs: Larchford Council")
        parser.add_argument("--short-name", required=True, help="as charts say it: Larchford")
        parser.add_argument("--area", required=True, help="code of its area, such as E08000030")

    def handle(self, *args, name, short_name, area, **options):
        try:
            council = services.set_up_council(
                name=name, short_name=short_name, area_code=area, by=None, at=timezone.now()
            )
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        self.stdout.write(f"This is the portal of {council}.")
