import django_filters
from django.db.models import Q
from django.utils.timezone import localdate

from members.facts import directory
from pledges.facts import actions
from pledges.models import Action, Offer, Pledge, Voice
from pledges.models.promise import THEME_CHOICES

FROM_THE_LIST = {"invalid_choice": "Choose one from the list."}


class SaidFilter(django_filters.FilterSet):
    """“You said, we did”, by what it is about."""

    theme = django_filters.ChoiceFilter(
        label="What it is about", choices=THEME_CHOICES, empty_label="Everything", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Voice
        fields = ["theme"]


class VoiceFilter(django_filters.FilterSet):
    """What was heard, for those with an appointment."""

    search = django_filters.CharFilter(method="having", label="Words in it", max_length=100)
    status = django_filters.ChoiceFilter(
        label="Where it stands", choices=Voice.Status, empty_label="Anywhere", error_messages=FROM_THE_LIST
    )
    theme = django_filters.ChoiceFilter(
        label="What it is about", choices=THEME_CHOICES, empty_label="Everything", error_messages=FROM_THE_LIST
    )
    kind = django_filters.ChoiceFilter(
        label="What it is", choices=Voice.Kind, empty_label="Either", error_messages=FROM_THE_LIST
    )
    source = django_filters.ChoiceFilter(
        label="Who said it", choices=Voice.Source, empty_label="Anybody", error_messages=FROM_THE_LIST
    )
    how = django_filters.ChoiceFilter(
        label="How it was heard", choices=Voice.How, empty_label="Any way", error_messages=FROM_THE_LIST
    )
    public = django_filters.ChoiceFilter(
        field_name="is_public",
        label="In “You said, we did”",
        choices=[("True", "Everybody can read it"), ("False", "Not published")],
        empty_label="Either",
        error_messages=FROM_THE_LIST,
    )

    class Meta:
        model = Voice
        fields = ["search", "status", "theme", "kind", "source", "how", "public"]

    def having(self, found, name, words):
        return found.filter(Q(said__icontains=words) | Q(outcome__icontains=words))


class PledgeFilter(django_filters.FilterSet):
    group = django_filters.ChoiceFilter(
        label="Made to", choices=Pledge.Group.choices, empty_label="Everybody", error_messages=FROM_THE_LIST
    )
    status = django_filters.ChoiceFilter(
        label="Where it stands", choices=Pledge.Status.choices, empty_label="Anywhere", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Pledge
        fields = ["group", "status"]


AGES = [(str(age), str(age)) for age in range(14, 26)]
TO_CONFIRM = "to-confirm"


class LocalOfferFilter(django_filters.FilterSet):
    """What is on offer, by what it helps with and by one's age."""

    need = django_filters.ChoiceFilter(
        label="What do you need?", choices=Offer.Need.choices, empty_label="Everything", error_messages=FROM_THE_LIST
    )
    age = django_filters.ChoiceFilter(
        label="How old are you?", choices=AGES, empty_label="Any age", method="of_age", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Offer
        fields = ["need", "age"]

    def of_age(self, found, name, age):
        return found.filter(from_age__lte=int(age), to_age__gte=int(age))


class OfferFilter(LocalOfferFilter):
    """The same for those who write and confirm offers. `times` and `on` say what is to be confirmed."""

    need = django_filters.ChoiceFilter(
        label="What it helps with", choices=Offer.Need.choices, empty_label="Everything", error_messages=FROM_THE_LIST
    )
    age = django_filters.ChoiceFilter(
        label="For the age of", choices=AGES, empty_label="Any age", method="of_age", error_messages=FROM_THE_LIST
    )
    status = django_filters.ChoiceFilter(
        label="How it stands",
        choices=[*Offer.Status.choices, (TO_CONFIRM, "To be confirmed")],
        empty_label="All",
        method="standing",
        error_messages=FROM_THE_LIST,
    )

    class Meta:
        model = Offer
        fields = ["need", "age", "status"]

    def __init__(self, *args, due, **kwargs):
        super().__init__(*args, **kwargs)
        self.due = due

    def standing(self, found, name, value):
        return found.filter(pk__in=self.due.values("pk")) if value == TO_CONFIRM else found.filter(status=value)


class ActionFilter(django_filters.FilterSet):
    """The register: what is open, unless the reader asks for others."""

    search = django_filters.CharFilter(method="having", label="Words in it, or who does it", max_length=100)
    status = django_filters.ChoiceFilter(
        label="Where it stands",
        choices=[("late", "Late"), ("to-check", "Waiting to be checked"), ("ended", "Done or dropped"), ("all", "All")],
        empty_label="Open",
        method="standing_at",
        error_messages=FROM_THE_LIST,
    )
    late = django_filters.ChoiceFilter(
        label="How late",
        choices=[(age, words) for age, words, _, _ in actions.AGES],
        empty_label="Any",
        method="late_by",
        error_messages=FROM_THE_LIST,
    )
    theme = django_filters.ChoiceFilter(
        label="What it is about", choices=THEME_CHOICES, empty_label="Everything", error_messages=FROM_THE_LIST
    )
    body = django_filters.ChoiceFilter(
        field_name="body__slug",
        choices=lambda: directory.choices()["body"],
        label="Body that follows it",
        empty_label="Any",
        error_messages=FROM_THE_LIST,
    )
    access = django_filters.ChoiceFilter(
        label="Who may see it", choices=Action.Access, empty_label="Any", error_messages=FROM_THE_LIST
    )

    class Meta:
        model = Action
        fields = ["search", "status", "late", "theme", "body", "access"]

    def having(self, found, name, words):
        return found.filter(Q(title__icontains=words) | Q(why__icontains=words) | Q(owner__name__icontains=words))

    def standing_at(self, found, name, value):
        if value == "late":
            return found.overdue(localdate())
        if value == "ended":
            return found.filter(ended_at__isnull=False)
        return found.filter(status=value) if value == Action.Status.TO_CHECK else found

    def late_by(self, found, name, value):
        return actions.late_by(found, value, localdate())

    def filter_queryset(self, queryset):
        found = super().filter_queryset(queryset)
        return found if self.form.cleaned_data.get("status") else found.open()
