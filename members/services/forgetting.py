"""What retention does with rows about people whose time is over; always within services.retention."""

from datetime import datetime

from django.db.models import QuerySet

from members.facts.retention import FORMER
from members.models import EvidenceFile, MemberImport, Person

# What a library keeps of how somebody signs in: addresses, codes, passkeys, the council's directory.
SIGN_IN_APPS = {"account", "mfa", "socialaccount"}


def forget_people(people: QuerySet[Person], at: datetime) -> None:
    """Leave of each a number: name, address and every way in are gone. Appointments stay, of “Former member 12ab”."""
    for person in people.select_for_update(of=("self",)):
        person.name = f"{FORMER} {person.public_id.hex[:4]}"
        person.known_as = person.email = person.source_id = ""
        person.is_active = False
        person.set_unusable_password()
        person.sign_outs += 1
        person.version += 1
        person.save()
        remove_ways_in(person)


def remove_ways_in(person: Person) -> None:
    """Delete the rows of other people's apps by which `person` could sign in."""
    for relation in Person._meta.related_objects:
        model = relation.related_model
        if model._meta.app_label in SIGN_IN_APPS:  # type: ignore[union-attr]
            model._default_manager.filter(**{relation.field.name: person}).delete()  # type: ignore[union-attr]


def empty_feeds(feeds: QuerySet[MemberImport], at: datetime) -> None:
    """Empty lists of councillors of their rows; one that still waits for somebody is dropped."""
    pks = list(feeds.values_list("pk", flat=True))
    found = MemberImport.objects.filter(pk__in=pks)
    found.filter(ended_at__isnull=True).update(status=MemberImport.Status.DROPPED, ended_at=at)
    found.update(rows=[], findings=[])


def remove_evidence(files: QuerySet[EvidenceFile], at: datetime) -> None:
    """Remove evidence files, row and bytes."""
    for evidence in files:
        parts = [part for part in (evidence.pdf, evidence.csv) if part]
        evidence.delete()
        for part in parts:
            part.remove()
