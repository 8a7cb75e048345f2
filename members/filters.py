import django_filters
from django.db.models import Q

from corpparent.models import Notice
from members.facts.checks import State
from members.models import Person, Reading

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
