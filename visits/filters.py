import django_filters
from django.db.models import Exists, OuterRef, QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.timezone import localdate

from visits.facts import rota
from visits.facts import visits as facts
from visits.models import Home, RotaSlot, Visit

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}
QUARTERS = [("-1", "Last quarter"), ("0", "This quarter"), ("1", "Next quarter"), ("2", "The one after next")]


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
        method="judged",
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

    def judged(self, found, name, judgement):
        """What its author writes while it is amended is no answer yet to anybody else."""
        amended = found.filter(status=Visit.Status.RETURNED).exclude(lead=self.request.user.pk)
        return found.filter(judgement=judgement).exclude(pk__in=amended.values("pk"))


class RotaFilter(django_filters.FilterSet):
    """Visits that are wanted; without a status those that are not over."""

    home = django_filters.ModelChoiceFilter(
        queryset=Home.objects.order_by("alias"),
        to_field_name="urn",
        label="Home",
        empty_label="Any home",
        error_messages=FROM_THE_LIST,
    )
    quarter = django_filters.ChoiceFilter(
        method="in_quarter",
        label="Quarter",
        choices=QUARTERS,
        empty_label="Any quarter",
        error_messages=FROM_THE_LIST,
    )
    status = django_filters.ChoiceFilter(
        label="Where it stands", choices=RotaSlot.Status, empty_label="Not made yet", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = RotaSlot
        fields = ["home", "quarter", "status"]

    def in_quarter(self, found, name, which):
        first, last = rota.quarter_of(timezone.localdate(), int(which))
        return found.filter(due_on__gte=first, due_on__lte=last)


class HomeFilter(django_filters.FilterSet):
    """Homes that are open, unless the reader asks for others."""

    kind = django_filters.ChoiceFilter(
        label="Kind", choices=Home.Kind, empty_label="Any kind", error_messages=FROM_THE_LIST
    )
    standing = django_filters.ChoiceFilter(
        label="Open or closed",
        choices=[("closed", "Closed"), ("all", "All")],
        empty_label="Open",
        method="standing_as",
        error_messages=FROM_THE_LIST,
    )
    area = django_filters.ChoiceFilter(
        field_name="is_in_area",
        label="Where",
        choices=[("True", "In the council’s area"), ("False", "Outside it")],
        empty_label="Anywhere",
        error_messages=FROM_THE_LIST,
    )

    class Meta:
        model = Home
        fields = ["kind", "standing", "area"]

    def standing_as(self, found, name, value):
        return found.filter(closed_on__lt=localdate()) if value == "closed" else found

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        if self.form.cleaned_data.get("standing"):
            return found
        return found.exclude(closed_on__lt=localdate())
