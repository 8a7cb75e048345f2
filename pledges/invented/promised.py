"""The two pledges of the invented council: written with young people, endorsed, signed, live, and told of since."""

import tomllib
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from corpparent.periods import AROUND, Period
from members.invented.days import morning_of
from members.models import Body, Person, Role
from pledges import services
from pledges.invented.people import CLERK, DIRECTOR, PARTICIPATION_OFFICER, somebody
from pledges.models import Measure, Pledge, Progress, Promise
from pledges.rules.easy import EasyWords

FILE = Path(__file__).with_name("pledges.toml")
BOARD, PARTNER = "corporate-parenting-board", "larchford-health-partnership"
TOLD_AFTER = timedelta(days=12)  # a quarter's end
ASKED = "At the children in care council, by show of cards"


def promise() -> None:
    for fields in tomllib.loads(FILE.read_text())["pledges"]:
        pledge = write(fields)
        publish(pledge, fields)
        say_it_easily(pledge, fields)
        tell(pledge, fields["promises"])


def write(fields: dict[str, Any]) -> Pledge:
    """The draft, in the young people's words."""
    writer = somebody(PARTICIPATION_OFFICER)
    at = morning_of(fields["consulted_on"] - timedelta(days=20))
    names = ("group", "title", "starts_on", "ends_on", "introduction", "written_with")
    pledge = services.add_pledge(by=writer, at=at, **{name: fields[name] for name in names})
    for number, one in enumerate(fields["promises"], start=1):
        words = {name: one[name] for name in ("wording", "theme", "principle")}
        added = services.add_promise(
            pledge=pledge,
            formal_wording=one.get("formal_wording", ""),
            owner_role=Role.objects.get(slug=one["owner"]),
            by=writer,
            at=at,
            **words,
        )
        measure(added, one, writer)
        assert added.number == number
    return pledge


def measure(added: Promise, one: dict[str, Any], writer: Person) -> None:
    """By a figure where there is one; else in words."""
    at = timezone.now()
    if code := one.get("indicator"):
        services.add_measure(promise=added, kind=Measure.Kind.INDICATOR, indicator_code=code, by=writer, at=at)
    else:
        question = "What do young people and their carers tell of it?"
        services.add_measure(promise=added, kind=Measure.Kind.NARRATIVE, question=question, by=writer, at=at)


def publish(pledge: Pledge, fields: dict[str, Any]) -> None:
    clerk, director = somebody(CLERK), somebody(DIRECTOR)
    asked, endorsed, live = (morning_of(fields[day]) for day in ("consulted_on", "endorsed_on", "starts_on"))
    services.consult(pledge=pledge, consulted_on=fields["consulted_on"], by=somebody(PARTICIPATION_OFFICER), at=asked)
    board = Body.objects.get(slug=BOARD)
    services.endorse(pledge=pledge, body=board, endorsed_on=fields["endorsed_on"], by=clerk, at=endorsed)
    for signed_as, person in (("Director of Children's Services", director), (fields["written_with"][:120], None)):
        services.sign_pledge(
            pledge=pledge, signed_as=signed_as, signed_on=fields["endorsed_on"], person=person, by=clerk, at=endorsed
        )
    services.publish_pledge(pledge=pledge, review_on=fields["review_on"], by=director, at=live)
    for one in fields.get("commitments", []):
        terms = one | {"partner": Body.objects.get(slug=PARTNER), "made_on": fields["starts_on"]}
        services.add_commitment(pledge=pledge, by=clerk, at=live, **terms)


def say_it_easily(pledge: Pledge, fields: dict[str, Any]) -> None:
    """In easy words, with drawings of ours."""
    at = morning_of(fields["starts_on"] + timedelta(days=14))
    words = {
        promise: EasyWords(one["easy_words"], one["easy_more"], one["symbol"])
        for promise, one in zip(pledge.promises.order_by("number"), fields["promises"], strict=True)
    }
    pledge.refresh_from_db()
    written = services.write_easy_read(
        pledge=pledge,
        title=fields["easy_title"],
        version=0,
        words=words,
        by=somebody(PARTICIPATION_OFFICER),
        at=at,
    )
    services.publish_easy_read(easy_read=written, by=somebody(DIRECTOR), at=at + timedelta(days=3))


def tell(pledge: Pledge, told: list[dict[str, Any]]) -> None:
    """Both voices, quarter by quarter, up to the last that has ended."""
    for promise, one in zip(pledge.promises.order_by("number"), told, strict=True):
        quarters = ended_quarters(len(one["officers"]))
        for quarter, officers, young in zip(quarters, one["officers"], one["young_people"], strict=True):
            if quarter.ends_on >= pledge.starts_on:
                speak(promise, quarter, one, officers, young)


def speak(promise: Promise, quarter: Period, one: dict[str, Any], officers: str, young: str) -> None:
    at = morning_of(quarter.ends_on + TOLD_AFTER)
    shown = one.get("evidence", "Note of the board’s meeting")
    evidence = [services.EvidenceGiven(shown, quarter.ends_on)] if officers == Progress.Rating.KEPT else []
    services.record_progress(
        of=promise,
        period=quarter,
        voice=Progress.Voice.OFFICERS,
        rating=officers,
        words=one["says"],
        evidence=evidence,
        by=somebody(DIRECTOR),
        at=at,
    )
    services.record_progress(
        of=promise,
        period=quarter,
        voice=Progress.Voice.YOUNG_PEOPLE,
        rating=young,
        words=one["said"],
        heard_how=ASKED,
        by=somebody(PARTICIPATION_OFFICER),
        at=at,
    )


def ended_quarters(count: int) -> list[Period]:
    """The last `count` quarters that ended long enough ago to be told of, the oldest first."""
    quarter = AROUND["quarter"](timezone.localdate()).before()
    if quarter.ends_on + TOLD_AFTER > timezone.localdate():
        quarter = quarter.before()
    found = [quarter]
    while len(found) < count:
        found.append(found[-1].before())
    return found[::-1]
