"""An item of an agenda: its words, where it stands, and its end."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from reports.committees import services
from reports.committees.forms.restriction import RestrictionForm, restriction_fields, restriction_shown
from reports.committees.models import AgendaItem, ItemKind, Meeting, Purpose
from reports.committees.rules.agendas import LONGEST_REASON

OWN = ("kind", "purpose", "note", "presenter", "urgent_because")


class ItemForm(RestrictionForm):
    """A new item of `meeting`, or `item` as it is to become. `is_urgent`: the law asks why it cannot wait."""

    kind = forms.ChoiceField(
        label="What kind of item is it?",
        choices=ItemKind.choices,
        initial=ItemKind.REPORT.value,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose the kind from the list."),
    )
    purpose = forms.ChoiceField(
        label="What is it for?",
        choices=Purpose.choices,
        initial=Purpose.NOTE.value,
        widget=forms.RadioSelect,
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose what it is for."),
    )
    note = CheckedText(
        label="What are members asked to do?",
        help_text="Where the item is not open, only those who may see it read this. Nobody’s name.",
        max_length=500,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": "Keep it to 500 characters."},
    )
    presenter = CheckedText(
        label="Who presents it?",
        help_text="A post, not a name: Head of the virtual school.",
        max_length=120,
        required=False,
        error_messages={"max_length": "Keep it to 120 characters."},
    )
    before = forms.ModelChoiceField(
        AgendaItem.objects.none(),
        label="Where does it stand?",
        to_field_name="public_id",
        required=False,
        empty_label="After the last item",
        error_messages={"invalid_choice": "Choose a place from the list."},
    )
    urgent_because = CheckedText(
        label="Which special circumstances make it urgent?",
        help_text="The clear days have begun. It can be taken only if the chair is of the opinion that it is urgent "
        "for this reason. The public reads it, and the minutes repeat it (Local Government Act 1972, section 100B).",
        max_length=500,
        required=False,
        widget=forms.Textarea,
        error_messages={"max_length": "Keep it to 500 characters."},
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, meeting: Meeting, item: AgendaItem | None = None, is_urgent: bool, **kwargs):
        super().__init__(*args, **kwargs)
        self.meeting, self.item = meeting, item
        self.fields["before"].queryset = meeting.items.order_by("number")
        self.fields["before"].label_from_instance = lambda one: f"Before {one.number}. {one.title}"
        self.helper = self.layout_of(
            "Keep this item" if item else "Add this item",
            *[Field.textarea("urgent_because", rows=3)] * self.keeps("urgent_because", is_urgent),
            Field.text("title"),
            Field.select("kind"),
            Field.radios("purpose", inline=True, legend_size=Size.SMALL),
            Field.textarea("note", rows=3),
            Field.text("presenter"),
            *[Field.select("before")] * self.keeps("before", item is None and meeting.published_at is None),
            *restriction_fields(),
            "version",
        )

    def keeps(self, name: str, is_asked: bool) -> bool:
        """Whether the form asks for `name`; it has no such field otherwise."""
        if not is_asked:
            del self.fields[name]
        return is_asked

    def save(self, *, by) -> AgendaItem | None:
        given = dict(self.cleaned_data)
        version, at = given.pop("version"), timezone.now()
        item = self.item
        if item is None:
            return self.do(lambda: services.add_item(meeting=self.meeting, by=by, at=at, **given))
        return self.do(lambda: services.change_item(item=item, version=version or 0, by=by, at=at, **given))


def item_shown(item: AgendaItem) -> dict[str, Any]:
    """What the form shows of `item`."""
    return restriction_shown(item) | {name: getattr(item, name) for name in (*OWN, "version")}


class MoveForm(DeedForm):
    """To another number; `seen` is the one under which the officer saw the item."""

    to = forms.IntegerField(
        label="Which number does it get?",
        help_text="The items after it move by one.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(("required", "invalid"), "Enter the number it is to have, like 3."),
    )
    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, item: AgendaItem, **kwargs):
        super().__init__(*args, **kwargs)
        self.item = item
        self.helper = self.layout_of("Move it there", Field.text("to", field_width=Fixed.THREE), "seen")

    def save(self, *, by) -> AgendaItem | None:
        return self.do(lambda: services.move_item(item=self.item, **self.cleaned_data, by=by, at=timezone.now()))


class WithdrawForm(DeedForm):
    because = CheckedText(
        label="Why is it withdrawn?",
        help_text="The public reads it. The number stays and says “withdrawn”. Nothing that is exempt, nobody’s name.",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why it is withdrawn. The public reads it.",
            "max_length": f"Keep it to {LONGEST_REASON} characters.",
        },
    )

    def __init__(self, *args, item: AgendaItem, **kwargs):
        super().__init__(*args, **kwargs)
        self.item = item
        self.helper = self.layout_of("Withdraw this item", Field.text("because"))

    def save(self, *, by) -> AgendaItem | None:
        because = self.cleaned_data["because"]
        return self.do(lambda: services.withdraw_item(item=self.item, because=because, by=by, at=timezone.now()))


class RemoveForm(DeedForm):
    """Nothing to fill in: the page asks once."""

    def __init__(self, *args, item: AgendaItem, **kwargs):
        super().__init__(*args, **kwargs)
        self.item = item
        self.helper = self.layout_of("Remove this item")

    def save(self, *, by) -> None:
        return self.do(lambda: services.remove_item(item=self.item, by=by, at=timezone.now()))
