"""What of people has had its time."""

from datetime import datetime

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from members.facts.checks import checks_to_wipe
from members.models import (
    Acknowledgement,
    Appointment,
    Attendance,
    Check,
    EvidenceFile,
    Invitation,
    MemberImport,
    Person,
)

FORMER = "Former member"


def still_there(before: datetime, person: str) -> Exists:
    """Whether the person at the lookup `person` holds an appointment on the day of `before`, or later."""
    day = localdate(before)
    later = Appointment.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), person=OuterRef(person))
    return Exists(later)


def last_day(person: str) -> Subquery:
    """The last day of the last appointment of the person at the lookup `person`; None without any."""
    held = Appointment.objects.filter(person=OuterRef(person)).order_by("-ends_on")
    return Subquery(held.values("ends_on")[:1])


def people_gone(before: datetime) -> QuerySet[Person]:
    """People whose last appointment, as `left_on`, ended before `before`, and who still stand here by name.

    Somebody who never had one counts from the day on which they were added.
    """
    is_former = Q(name__startswith=FORMER, email="", is_active=False)
    found = Person.objects.filter(~still_there(before, "pk")).exclude(is_former).annotate(left_on=last_day("pk"))
    return found.filter(Q(left_on__isnull=False) | Q(created_at__lt=before))


def attendances_of_the_gone(before: datetime) -> QuerySet[Attendance]:
    """Attendances of people whose last appointment ended before `before`, as `left_on`, recorded before it too."""
    found = Attendance.objects.filter(~still_there(before, "person"), recorded_at__lt=before)
    return found.annotate(left_on=last_day("person")).select_related("session__course")


def acknowledgements_of_the_gone(before: datetime) -> QuerySet[Acknowledgement]:
    """The same of what they were asked to read."""
    found = Acknowledgement.objects.filter(~still_there(before, "person"), asked_at__lt=before)
    return found.annotate(left_on=last_day("person")).select_related("reading")


def checks_of_the_gone(before: datetime) -> QuerySet[Check]:
    """Checks with detail whose time is over (facts.checks), with that last day as `left_on`."""
    return checks_to_wipe(localdate(before)).annotate(left_on=last_day("person"))


def invitations_over(before: datetime) -> QuerySet[Invitation]:
    """Used, withdrawn or run out before `before`, with that moment as `over_at`."""
    over_at = Coalesce("used_at", "withdrawn_at", "expires_at")
    return Invitation.objects.annotate(over_at=over_at).filter(over_at__lt=before)


def feeds_over(before: datetime) -> QuerySet[MemberImport]:
    """Lists of councillors that ended, or were brought and left lying, before `before`, and still hold rows."""
    found = MemberImport.objects.annotate(over_at=Coalesce("ended_at", "brought_at")).filter(over_at__lt=before)
    return found.exclude(rows=[], findings=[], ended_at__isnull=False)


def evidence_over(before: datetime) -> QuerySet[EvidenceFile]:
    """Evidence files made, or asked for and never made, before `before`; that moment is `over_at`."""
    found = EvidenceFile.objects.annotate(over_at=Coalesce(F("made_at"), F("asked_at"))).filter(over_at__lt=before)
    return found.select_related("pdf", "csv")
