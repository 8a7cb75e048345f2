import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest

from visits.facts import visits as facts
from visits.models import Home, Visit

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}


def homes_seen(request: HttpRequest) -> QuerySet[Home]:
    """Homes of which the reader sees a report."""
    seen = facts.visible_to(request.standing).filter(home=OuterRef("pk"))  # type: ignore[attr-defined]
    return Home.objects.filter(Exists(seen)).order_by("alias")


class VisitFilter(django_filters.FilterSet):
    """Reports of visits."""

    home = django_filters.ModelChoiceFilter(
        queryset=homes_seen,
        to_field_name="public_id",
        label="Home",
        empty_label="Any home",
        error_messages=FROM_THE_LIST,
    )
    judgement = django_filters.ChoiceFilter(
        label="Good enough for my own child?",
        choices=Visit.Judgement,
        empty_label="Any answer",
        error_messages=FROM_THE_LIST,
    )
    status = django_filters.ChoiceFilter(
        label="Where it stands", choices=Visit.Status, empty_label="Anywhere", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Visit
        fields = ["home", "judgement", "status"]
