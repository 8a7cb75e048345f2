"""How committees work here: a box for each number, a tick for each choice."""

from typing import Any

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from reports.committees import services
from reports.committees.models import CommitteeSettings
from reports.committees.rules.times import CHOICES, SPANS


class TimesForm(DeedForm):
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, kept: CommitteeSettings, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, (least, most) in SPANS.items():
            said = f"Enter a whole number from {least} to {most}."
            self.fields[name] = forms.IntegerField(
                label=label_of(name),
                initial=getattr(kept, name),
                min_value=least,
                max_value=most,
                help_text=f"From {least} to {most}.",
                widget=forms.TextInput(attrs={"inputmode": "numeric"}),
                error_messages=dict.fromkeys(("required", "invalid", "min_value", "max_value"), said),
            )
        for name in CHOICES:
            self.fields[name] = forms.BooleanField(required=False, label=label_of(name), initial=getattr(kept, name))
        self.fields["version"].initial = kept.version
        boxes = [Field.text(name, field_width=Fixed.THREE) for name in SPANS]
        self.helper = self.layout_of("Keep it so", *boxes, *map(Field.checkbox, CHOICES), "version")

    def save(self, *, by: Any) -> CommitteeSettings | None:
        return self.do(lambda: services.set_committee_times(**self.cleaned_data, by=by, at=timezone.now()))


def label_of(name: str) -> str:
    words = str(CommitteeSettings._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a plain column
    return words[0].upper() + words[1:]
