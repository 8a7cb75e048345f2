import django_filters
from django.db.models import Q
from django.utils.timezone import localdate

from corpparent.models import Notice
from members.facts.checks import State
from members.models import Body, Person, Reading

FORMERLY, ALL = "formerly", "all"
FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}


class LibraryFilter(django_filters.FilterSet):
    search = django_filters.CharFilter(method="having", label="Words in it", max_length=100)
    kind = django_filters.ChoiceFilter(
        label="What it is", choices=Reading.Kind.choices, empty_label="Everything", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Reading
        fields = ["search", "kind"]

    def having(self, found, name, words):
        return found.filter(Q(title__icontains=words) | Q(digest__icontains=words))


class ChecksFilter(django_filters.FilterSet):
    search = django_filters.CharFilter(field_name="name", lookup_expr="icontains", label="Name", max_length=100)
    state = django_filters.ChoiceFilter(
        label="Where the check stands", choices=State.choices, empty_label="All", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Person
        fields = ["search", "state"]


class NoticeFilter(django_filters.FilterSet):
    status = django_filters.ChoiceFilter(
        label="What became of it", choices=Notice.Status.choices, empty_label="All", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Notice
        fields = ["status"]


class BodyFilter(django_filters.FilterSet):
    """Bodies in being today, unless the reader asks for others."""

    kind = django_filters.ChoiceFilter(label="Kind", choices=Body.Kind.choices, empty_label="All kinds")
    regime = django_filters.ChoiceFilter(label="Law it meets under", choices=Body.Regime.choices, empty_label="Any law")
    when = django_filters.ChoiceFilter(
        label="In being",
        choices=[(FORMERLY, "No longer"), (ALL, "Now or formerly")],
        empty_label="Now",
        method="among_all",
    )

    class Meta:
        model = Body
        fields = ["kind", "regime", "when"]

    def among_all(self, queryset, name, value):
        return queryset.filter(ends_on__lt=localdate()) if value == FORMERLY else queryset

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("when") else found.exclude(ends_on__lt=localdate())
