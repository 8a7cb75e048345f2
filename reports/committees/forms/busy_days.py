"""Days on which the council would rather not meet."""

from typing import Any

from crispy_forms_gds.layout import Field
from django.utils import timezone

from corpparent.identifiers.forms import CheckedText
from members.forms.days import DayField
from members.forms.deeds import DeedForm
from reports.committees import services
from reports.committees.models import BusyDay


class BusyDayForm(DeedForm):
    name = CheckedText(
        label="What is then?",
        help_text="Like half-term, or a party conference.",
        max_length=80,
        error_messages={"required": "Say what is then.", "max_length": "Keep it to 80 characters."},
    )
    starts_on = DayField(what="the first day", label="First day", help_text="Like 15 2 2027.")
    ends_on = DayField(what="the last day", label="Last day", help_text="Counted. The same day again where it is one.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.helper = self.layout_of("List these days", Field.text("name"), "starts_on", "ends_on")

    def save(self, *, by: Any) -> BusyDay | None:
        return self.do(lambda: services.add_busy_day(**self.cleaned_data, by=by, at=timezone.now()))
