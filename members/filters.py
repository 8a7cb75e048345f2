import django_filters
from django import forms
from django.db.models import Q, QuerySet

from corpparent.models import Notice
from members.facts import directory
from members.facts.checks import State
from members.models import Level, Person, Reading
from members.names import tidy
from members.widgets import Select

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}
LEVELS = [(str(level.value), level.label) for level in Level if level]


class PersonFilter(django_filters.FilterSet):
    """The directory's; `choices` are its roles and bodies (facts.directory.choices)."""

    text = django_filters.CharFilter(
        label="Name, ward or party", max_length=100, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    when = django_filters.ChoiceFilter(
        label="When", choices=directory.WHEN, empty_label=None, widget=Select, error_messages=FROM_THE_LIST
    )
    role = django_filters.ChoiceFilter(
        label="Role", widget=Select, empty_label="All roles", error_messages=FROM_THE_LIST
    )
    level = django_filters.ChoiceFilter(
        label="Level", choices=LEVELS, empty_label="All levels", widget=Select, error_messages=FROM_THE_LIST
    )
    body = django_filters.ChoiceFilter(
        label="Body", widget=Select, empty_label="All bodies", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Person
        fields = ["text", "when", "role", "level", "body"]

    def __init__(self, *args, on, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.on = on
        for name, found in choices.items():
            self.filters[name].extra["choices"] = found

    @property
    def asked_when(self) -> str:
        """Which of the three is asked for: who is in office today, unless something else is."""
        return self.form.cleaned_data.get("when") or directory.NOW

    def filter_queryset(self, queryset: QuerySet[Person]) -> QuerySet[Person]:
        asked = {name: value for name, value in self.form.cleaned_data.items() if value}
        return directory.find(on=self.on, **asked | {"when": self.asked_when, "text": tidy(asked.get("text", ""))})


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
