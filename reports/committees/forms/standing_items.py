"""A standing item of a body."""

from crispy_forms_gds.layout import Field, Size
from django import forms
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.deeds import DeedForm
from members.models import Body
from reports.committees import services
from reports.committees.models import ItemKind, Purpose, StandingItem


class StandingItemForm(DeedForm):
    """A new one of `body`, or `item` with other words."""

    title = CheckedText(
        label="Title",
        max_length=200,
        error_messages={"required": "Give it a title.", "max_length": "Keep the title to 200 characters."},
    )
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

    def __init__(self, *args, body: Body, item: StandingItem | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.body, self.item = body, item
        self.helper = self.layout_of(
            "Keep this item" if item else "Add this item",
            Field.text("title"),
            Field.select("kind"),
            Field.radios("purpose", inline=True, legend_size=Size.SMALL),
        )

    def save(self, *, by) -> StandingItem | None:
        given, at, item = self.cleaned_data, timezone.now(), self.item
        if item is None:
            return self.do(lambda: services.add_standing_item(body=self.body, **given, by=by, at=at))
        return self.do(lambda: services.change_standing_item(item=item, **given, by=by, at=at))
