import django_filters
from django.utils.timezone import localdate

from members.models import Body

NOW, FORMERLY, ALL = "", "formerly", "all"


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
