"""How long things may take."""

from crispy_forms_gds.layout import Field, Fixed
from django import forms
from django.utils import timezone

from members.forms.deeds import DeedForm
from pledges import services
from pledges.models import PledgeSettings
from pledges.rules.times import SPANS


class TimesForm(DeedForm):
    """A box for each of SPANS, in the order of the model."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, times: PledgeSettings, **kwargs):
        super().__init__(*args, **kwargs)
        for name in SPANS:
            self.fields[name] = span(name, getattr(times, name))
        self.fields["is_check_required"] = forms.BooleanField(
            required=False, label=label_of("is_check_required"), initial=times.is_check_required
        )
        self.fields["version"].initial = times.version
        boxes = [Field.text(name, field_width=Fixed.THREE) for name in SPANS]
        self.helper = self.layout_of("Keep these times", *boxes, Field.checkbox("is_check_required"), "version")

    def save(self, *, by) -> PledgeSettings | None:
        return self.do(lambda: services.set_times(**self.cleaned_data, by=by, at=timezone.now()))


def span(name: str, now: int) -> forms.IntegerField:
    least, most = SPANS[name]
    return forms.IntegerField(
        label=label_of(name),
        initial=now,
        min_value=least,
        max_value=most,
        help_text=f"From {least} to {most}.",
        widget=forms.TextInput(attrs={"inputmode": "numeric"}),
        error_messages=dict.fromkeys(
            ("required", "invalid", "min_value", "max_value"), f"Enter a whole number from {least} to {most}."
        ),
    )


def label_of(name: str) -> str:
    words = str(PledgeSettings._meta.get_field(name).verbose_name)  # type: ignore[union-attr]  # a plain column
    return words[0].upper() + words[1:]
