from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from corpparent.rules import NotAllowed
from members import services
from members.models import Person
from members.roles import BUILT_IN


class Command(BaseCommand):
    help = "Appoint someone to a role from today; a new person is added first. So comes in the first administrator."

    def add_arguments(self, parser):
        parser.add_argument("email")
        parser.add_argument("--name", default="", help="as others write it; needed for a new person")
        parser.add_argument("--known-as", default="", help="as a greeting says it")
        parser.add_argument("--role", required=True, choices=sorted(BUILT_IN))

    @transaction.atomic
    def handle(self, *args, email, name, known_as, role, **options):
        now = timezone.now()
        person = Person.objects.with_email(email).first()
        try:
            person = person or services.add_person(name=name, known_as=known_as, email=email, by=None, at=now)
        except ValidationError as problem:
            raise CommandError(f"This person could not be added: {' '.join(problem.messages)}") from problem
        today = timezone.localdate()
        if person.standing_on(today).has(role):
            self.stdout.write(f"{person} holds this role already.")
            return
        try:
            services.appoint(person=person, role=role, starts_on=today, by=None, at=now)
        except NotAllowed as refusal:
            raise CommandError(f"{person} is not appointed. {refusal}") from refusal
        address = settings.BASE_URL + reverse("account_reset_password")
        self.stdout.write(f"{person} is appointed. Someone new chooses a password at {address}.")
