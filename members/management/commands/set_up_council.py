from argparse import BooleanOptionalAction

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from members import services

OPTIONS = {
    "--region": "as the government's figures name it, such as West Midlands",
    "--pine": "main colour, dark enough for white words, such as #15494E",
    "--sun": "second colour, such as #F5C24C",
    "--help-email": "where people ask for help with the portal",
    "--worried-phone": "number for anyone worried about a child",
    "--worried-phone-night": "the same at night and at weekends, where it is another",
    "--advocacy-phone": "number of the advocacy service for children",
}


class Command(BaseCommand):
    help = "Write the council this installation belongs to. Run it again to correct it: what is left out stays."

    def add_arguments(self, parser):
        parser.add_argument("name", help="as it signs: Larchford Council")
        parser.add_argument("--short-name", required=True, help="as charts say it: Larchford")
        parser.add_argument("--area", required=True, dest="area_code", help="code of its area, such as E08000030")
        for option, words in OPTIONS.items():
            parser.add_argument(option, help=words)
        parser.add_argument(
            "--members-see-small-numbers",
            action=BooleanOptionalAction,
            help="show members the council's own numbers whole, on their pages and in their editions; "
            "the public never sees them",
        )

    def handle(self, *args, **options):
        switches = ["members_see_small_numbers"]
        names = ["name", "short_name", "area_code", *(option[2:].replace("-", "_") for option in OPTIONS), *switches]
        given = {name: options[name] for name in names if options[name] is not None}
        try:
            council = services.set_up_council(by=None, at=timezone.now(), **given)
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        self.stdout.write(f"This is the portal of {council}.")
