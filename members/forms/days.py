"""Days as people write them: three boxes, and a sentence when they make no day."""

from datetime import date

from crispy_forms_gds.fields import DateInputField
from django.core.exceptions import ValidationError

FIRST_YEAR, LAST_YEAR = 1900, 2199


class DayField(DateInputField):
    """A day in three boxes. `what` completes the sentence “Enter …, like 27 11 2026.”."""

    def __init__(self, *, what: str, **kwargs: object) -> None:
        self.sentence = f"Enter {what}, like 27 11 2026."
        super().__init__(require_all_fields=True, **kwargs)
        self.error_messages |= dict.fromkeys(("required", "incomplete", "invalid"), self.sentence)
        for part in self.fields:
            part.error_messages |= dict.fromkeys(("required", "incomplete", "invalid"), self.sentence)
            part.validators = []

    def compress(self, data_list: list[str | None]) -> date | None:
        """The day, or None when all boxes are empty. Raises ValidationError with the sentence."""
        if not any(data_list):
            return None
        numbers = [part.strip() for part in data_list if part]
        if len(numbers) < 3 or not all(part.isascii() and part.isdigit() and len(part) <= 4 for part in numbers):
            raise ValidationError(self.sentence, code="invalid")
        day, month, year = map(int, numbers)
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise ValidationError("Enter the year with four figures, like 2026.", code="invalid")
        try:
            return date(year, month, day)
        except ValueError as problem:
            raise ValidationError(self.sentence, code="invalid") from problem
