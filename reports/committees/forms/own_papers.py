"""A paper that the portal writes itself."""

from typing import Any

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from members.models import Person
from members.standing import Standing
from reports.committees import services, sources
from reports.committees.forms.papers import PaperForm
from reports.committees.models import AgendaItem, Paper


class OwnPaperForm(PaperForm):
    """Which of them, and all that any paper says; the file is made when it is added."""

    wanted = forms.ChoiceField(
        label="What do you add?",
        help_text="It is made as things stand now. Open to the public, it holds only what everybody may read.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose one from the list."),
    )

    def __init__(self, *args: Any, item: AgendaItem, who: Standing, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.item = item
        for name in ("due_on", "due_time"):
            del self.fields[name]
        self.fields["wanted"].choices = [("", "Choose one"), *sources.offered(item, who)]  # type: ignore[attr-defined]
        below = [one for one in self.fields_below() if one.fields[0] not in ("due_on", "due_time")]
        self.helper = self.layout_of("Add this paper", Field.select("wanted"), Field.text("title"), *below)

    def due_at(self) -> None:
        return None

    def save(self, *, by: Person) -> Paper | None:
        return self.do(
            lambda: services.add_own_paper(
                item=self.item, wanted=self.cleaned_data["wanted"], by=by, at=timezone.now(), **self.given
            )
        )
