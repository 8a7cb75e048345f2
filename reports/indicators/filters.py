import django_filters
from django import forms

from corpparent import themes
from members.widgets import Select
from reports.indicators.models import Import, Indicator

COMPARED = [("late", "Worse than England"), ("ok", "Better than England"), ("neutral", "Same as England")]

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}


class IndicatorFilter(django_filters.FilterSet):
    """`areas`: names of councils by code, to choose from; `statuses`: how each indicator stands beside England."""

    council = django_filters.ChoiceFilter(
        label="Council", method="whose", widget=Select, empty_label="Our own council", error_messages=FROM_THE_LIST
    )
    theme = django_filters.ChoiceFilter(
        label="Theme", choices=themes.choices(), empty_label="All themes", error_messages=FROM_THE_LIST
    )
    compared = django_filters.ChoiceFilter(
        label="Beside England",
        method="stands",
        choices=COMPARED,
        empty_label="All figures",
        error_messages=FROM_THE_LIST,
    )
    text = django_filters.CharFilter(
        label="Words in the title",
        field_name="title",
        lookup_expr="icontains",
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    class Meta:
        model = Indicator
        fields = ["council", "theme", "compared", "text"]

    def __init__(self, *args, areas: dict[str, str], statuses: dict[str, str], **kwargs):
        super().__init__(*args, **kwargs)
        self.statuses = statuses
        self.filters["council"].extra["choices"] = list(areas.items())

    def whose(self, queryset, name, value):
        """The view has looked up that council's figures already; here the choice is only checked."""
        return queryset

    def stands(self, queryset, name, value):
        return queryset.filter(code__in=[code for code, status in self.statuses.items() if status == value])


class ImportFilter(django_filters.FilterSet):
    kind = django_filters.ChoiceFilter(
        label="Kind", choices=Import.Kind.choices, empty_label="All kinds", error_messages=FROM_THE_LIST
    )
    status = django_filters.ChoiceFilter(
        label="What came of it", choices=Import.Status.choices, empty_label="All files", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Import
        fields = ["kind", "status"]
