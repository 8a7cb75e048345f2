"""A report that was written on a phone, as it arrives: JSON with the parts of the form as a browser posts them.

Every value passes the field that the form on the page has; what is no answer comes back with its part and field.
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError

from corpparent.identifiers import validate_no_identifiers
from visits.forms.reports import PartForm, PointForm
from visits.models import Home, Visit
from visits.questions import Part, parts
from visits.rules.reports import MOST_PEOPLE
from visits.services.phone import Written

MOST_POINTS = 50
NO_REPORT = "What this phone sent cannot be read as a report. Your words stay on the phone."
TOO_MANY = f"A report has at most {MOST_POINTS} points. Take some out."
EXPLAINED = forms.CharField(max_length=200, required=False)
POINT_FIELDS = ("title", "saw", "theme", "severity")


class PhonePartForm(PartForm):
    """A part as it is asked without signal: of any home, and with no draft behind it."""

    def __init__(self, *args: Any, part: Part, **kwargs: Any) -> None:
        # A phone does not know how many live there, so counts are typed.
        anywhere = Visit(home=Home(places=MOST_PEOPLE))
        super().__init__(*args, visit=anywhere, part=part, verb="Keep and go on", **kwargs)
        del self.fields["version"]
        del self.helper.layout.fields[0]
        self.helper.disable_csrf = True


class PhonePointForm(PointForm):
    """A point as it is written without signal; its words are looked through when the report is sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, visit=Visit(), auto_id="point_%s", **kwargs)
        for name in ("title", "saw"):
            kept = [one for one in self.fields[name].validators if one is not validate_no_identifiers]
            self.fields[name].validators = kept
        self.helper.disable_csrf = True


class Arrival:
    """What one phone sent of one visit. `problems`: [(part, field, sentence)], empty where it can be taken in."""

    def __init__(self, body: bytes) -> None:
        """Raises ValidationError for what no phone of ours sends."""
        given = read(body)
        self.problems: list[tuple[str, str, str]] = []
        self.is_sent = given.get("send") is True
        self.is_private = given.get("is_private") is True
        self.names_explained = EXPLAINED.clean(given.get("names_explained") or "")
        answers: dict[str, str] = {}
        columns: dict[str, Any] = {}
        for part, posted in parts_in(given):
            form = PhonePartForm(posted, part=part)
            self.keep_problems(part.slug, form)
            answers |= form.answers()
            columns |= form.columns()
        points = list(self.points_in(given))
        self.written = Written(UUID(given["key"]), int(given["version"]), answers, columns, points)

    def points_in(self, given: dict[str, Any]) -> Iterator[dict[str, str]]:
        if len(given["points"]) > MOST_POINTS:
            self.problems.append(("points", "", TOO_MANY))
        for posted in given["points"][:MOST_POINTS]:
            form = PhonePointForm(text_in(posted))
            self.keep_problems("points", form)
            if form.is_valid():
                yield {name: form.cleaned_data[name] for name in POINT_FIELDS}

    def keep_problems(self, part: str, form: forms.Form) -> None:
        for name, sentences in form.errors.items():
            self.problems += [(part, name, str(sentence)) for sentence in sentences]


def read(body: bytes) -> dict[str, Any]:
    """The JSON object with a key, a version, parts and points. Raises ValidationError."""
    try:
        given = json.loads(body)
        # Halves of characters, which JSON can carry and no text has, cannot be kept.
        json.dumps(given, ensure_ascii=False).encode()
        UUID(given["key"])
        is_whole = 0 <= int(given["version"]) < 2**31
        is_whole &= isinstance(given["parts"], dict) and isinstance(given["points"], list)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError) as problem:
        raise ValidationError(NO_REPORT) from problem
    if not is_whole:
        raise ValidationError(NO_REPORT)
    return given


def parts_in(given: dict[str, Any]) -> Iterator[tuple[Part, dict[str, str]]]:
    """Parts in which something was typed. Raises ValidationError for a part that there is not."""
    for slug, posted in given["parts"].items():
        if slug not in parts():
            raise ValidationError(NO_REPORT)
        yield parts()[slug], text_in(posted)


def text_in(posted: Any) -> dict[str, str]:
    """Raises ValidationError for what is not text by name."""
    if not isinstance(posted, dict) or not all(isinstance(said, str) for said in posted.values()):
        raise ValidationError(NO_REPORT)
    return posted
