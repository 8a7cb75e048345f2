"""Likely names in what everybody will read, where the row has no place for a reason: the writer gives their word.

    class NoticeForm(NamesSettled, DeedForm):

Until they do, the form comes back with everything typed and each likely name marked, so nothing with a name that nobody
looked at is published.
"""

from typing import Any

from django import forms

from corpparent.identifiers.forms import REASON, NamesExplained

WORD = (
    "They may stand: places, or people who act for the council. None is the name or address of a child or of somebody "
    "in their family."
)


class NamesSettled(NamesExplained):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[REASON] = forms.BooleanField(label=WORD, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.fields[REASON].label = WORD
        cleaned.pop(REASON, None)
        return cleaned
