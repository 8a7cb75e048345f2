"""Issue the summary of a quarter, and issue it again with a reason."""

from collections.abc import Iterable

from crispy_forms_gds.layout import Field
from django import forms
from django.utils import timezone

from corpparent.periods import Period
from members.forms.deeds import DeedForm
from visits import services
from visits.models import VisitSummary
from visits.rules.summaries import LONGEST_REASON


class IssueForm(DeedForm):
    quarter = forms.ChoiceField(
        label="Which quarter?",
        help_text="It is frozen as it stands now, and every corporate parent is asked to read it.",
        error_messages=dict.fromkeys(("required", "invalid_choice"), "Choose a quarter that has ended from the list."),
    )

    def __init__(self, *args, quarters: Iterable[tuple[Period, bool]], **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["quarter"].choices = [
            (one.code, f"{one.label} (issued)" if is_issued else one.label) for one, is_issued in quarters
        ]
        self.helper = self.layout_of("Issue it", Field.select("quarter"))

    def save(self, *, by) -> VisitSummary | None:
        return self.do(lambda: services.issue_summary(**self.cleaned_data, by=by, at=timezone.now()))


class RenewForm(DeedForm):
    because = forms.CharField(
        label="Why is it issued again?",
        help_text="Those who may see reports read it. Name nobody.",
        max_length=LONGEST_REASON,
        error_messages={
            "required": "Say why it is issued again.",
            "max_length": f"Keep the reason to {LONGEST_REASON} characters.",
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("Issue it again", Field.text("because"))

    def save(self, summary: VisitSummary, *, by) -> VisitSummary | None:
        return self.do(
            lambda: services.issue_again(
                summary=summary, because=self.cleaned_data["because"], by=by, at=timezone.now()
            )
        )
