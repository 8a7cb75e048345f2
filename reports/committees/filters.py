import django_filters
from django.utils.timezone import localdate

from reports.committees.facts import paper_search
from reports.committees.models import Decision, Meeting, Paper

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}
LONGEST = 100


def offer_meetings(filters):
    """Bodies and years to choose from: those of the meetings that the reader may see. One query."""
    meetings = Meeting.objects.visible_to(filters.request.standing).order_by()
    found = list(meetings.values_list("body__slug", "body__name", "meets_on__year").distinct())
    bodies = {(slug, name) for slug, name, _ in found}
    years = sorted({year for *_, year in found}, reverse=True)
    filters.filters["body"].extra["choices"] = sorted(bodies, key=lambda one: one[1])
    filters.filters["year"].extra["choices"] = [(str(year), str(year)) for year in years]


class PaperFilter(django_filters.FilterSet):
    """Words in a paper or its title, whose meeting it was for, and when."""

    search = django_filters.CharFilter(
        method="having",
        label="Words in it",
        max_length=LONGEST,
        error_messages={"max_length": f"Keep what you look for to {LONGEST} characters."},
    )
    body = django_filters.ChoiceFilter(
        field_name="item__meeting__body__slug", label="Body", empty_label="Any body", error_messages=FROM_THE_LIST
    )
    year = django_filters.ChoiceFilter(
        field_name="item__meeting__meets_on__year",
        label="Year of the meeting",
        empty_label="Any year",
        error_messages=FROM_THE_LIST,
    )

    class Meta:
        model = Paper
        fields = ["search", "body", "year"]

    def __init__(self, *args, **kwargs):
        """Bodies and years of the meetings that the reader may see. One query."""
        super().__init__(*args, **kwargs)
        offer_meetings(self)

    @property
    def words(self) -> list[str]:
        """What is looked for; nothing where the form was not understood."""
        return paper_search.words_of(self.form.cleaned_data.get("search", "")) if self.form.is_valid() else []

    def having(self, found, name, words):
        return paper_search.having(found, paper_search.words_of(words))


class DecisionFilter(django_filters.FilterSet):
    """Which body decided, in which year, and whether it decided, recommended or noted."""

    body = django_filters.ChoiceFilter(
        field_name="item__meeting__body__slug", label="Body", empty_label="Any body", error_messages=FROM_THE_LIST
    )
    year = django_filters.ChoiceFilter(
        field_name="item__meeting__meets_on__year",
        label="Year of the meeting",
        empty_label="Any year",
        error_messages=FROM_THE_LIST,
    )
    kind = django_filters.ChoiceFilter(
        choices=Decision.Kind.choices, label="Kind", empty_label="Any kind", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Decision
        fields = ["body", "year", "kind"]

    def __init__(self, *args, **kwargs):
        """Bodies and years of the meetings that the reader may see. One query."""
        super().__init__(*args, **kwargs)
        offer_meetings(self)


class MeetingFilter(django_filters.FilterSet):
    """Whose meetings, in which year, and whether they are to come. Without a year: those to come."""

    body = django_filters.ChoiceFilter(
        field_name="body__slug", label="Body", empty_label="Any body", error_messages=FROM_THE_LIST
    )
    year = django_filters.ChoiceFilter(
        field_name="meets_on__year", label="Year", empty_label="Any year", error_messages=FROM_THE_LIST
    )
    when = django_filters.ChoiceFilter(
        method="as_chosen",
        label="When",
        empty_label="To come, or a whole year",
        choices=[("past", "Past, the newest first")],
        error_messages=FROM_THE_LIST,
    )

    class Meta:
        model = Meeting
        fields = ["body", "year", "when"]

    def __init__(self, *args, **kwargs):
        """Bodies and years of the meetings that the reader may see. One query."""
        super().__init__(*args, **kwargs)
        offer_meetings(self)

    def as_chosen(self, found, name, when):
        return found.filter(meets_on__lt=localdate()).order_by("-meets_on", "pk")

    @property
    def qs(self):
        """To come first; of a year that was chosen, or of the past, as it was chosen."""
        found = super().qs
        given = self.form.cleaned_data if self.form.is_valid() else {}
        if given.get("when"):
            return found
        found = found.order_by("meets_on", "pk")
        return found if given.get("year") else found.filter(meets_on__gte=localdate())
