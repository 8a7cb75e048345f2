"""Visits that somebody may see: the only door to reports."""

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from members.standing import Standing
from visits.facts.posts import posts_held_by
from visits.models import Point, Visit
from visits.rules import visits as rules


def visible_to(who: Standing) -> QuerySet[Visit]:
    """Sent reports that `who` may see, and drafts of their own.

    A draft is its author's alone; a home's manager and responsible individual see the reports of their home.
    """
    if not who.is_member or who.on is None:
        return Visit.objects.none()
    own_draft = Q(status=Visit.Status.DRAFT, lead=who.person_id)
    sent = ~Q(status=Visit.Status.DRAFT)
    if rules.sees_all_reports(who):
        return Visit.objects.filter(own_draft | sent)
    theirs = Q(lead=who.person_id) | Q(second=who.person_id) | Q(shadow=who.person_id)
    if who.has(*rules.ANSWERS):
        theirs |= Q(Exists(posts_held_by(who.person_id, who.on).filter(home=OuterRef("home"))))
    return Visit.objects.filter(own_draft | sent & theirs)


# What a row of a list says.
SHOWN = ("public_id", "status", "step", "visited_on", "submitted_at", "answer_by", "home__alias")


def listed(who: Standing) -> QuerySet[Visit]:
    """For lists: what a row says, and how many points there are and are answered; drafts first, then the newest."""
    points = Point.objects.filter(visit=OuterRef("pk")).order_by().values("visit")
    return (
        visible_to(who)
        .select_related("home", "lead", "second")
        .only(*SHOWN, "lead__name", "second__name")
        .annotate(
            points_count=Coalesce(Subquery(points.annotate(number=Count("pk")).values("number")), 0),
            answered_count=Coalesce(Subquery(points.annotate(number=Count("response")).values("number")), 0),
        )
        .order_by(F("submitted_at").desc(nulls_first=True), "-pk")
    )
