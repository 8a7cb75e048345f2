"""What was heard in the invented council, and how far each of it has come."""

import tomllib
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.utils import timezone

from members.invented.days import morning_of
from members.models import Body, Person
from pledges import services
from pledges.invented.people import CLERK, DIRECTOR, LEAD_MEMBER, PARTICIPATION_OFFICER, somebody
from pledges.invented.promised import BOARD
from pledges.models import Pledge, Voice

FILE = Path(__file__).with_name("voices.toml")
Status = Voice.Status
# After how many days each step is taken, where it is.
LOOKED_AT, DECIDED, TOLD = 5, 25, 40
PUBLIC = [2, 8, 27, 42]  # by how many steps it has taken
ORDER = [Status.HEARD, Status.LOOKED_AT, Status.CHANGED, Status.TOLD_BACK]


def listen() -> None:
    for number, fields in enumerate(tomllib.loads(FILE.read_text())["voices"]):
        voice, day = hear(fields, listeners(number))
        take_further(voice, fields, day)


def listeners(number: int) -> list[Person]:
    """Who was there: the Lead Member mostly, the Director at every third."""
    return [somebody(LEAD_MEMBER), *([somebody(DIRECTOR)] if number % 3 == 0 else [])]


def hear(fields: dict[str, Any], heard_by: list[Person]) -> tuple[Voice, date]:
    day = timezone.localdate() - timedelta(days=fields["days_ago"])
    parts = {name: fields[name] for name in ("source", "how", "theme", "said", "words")}
    if fields.get("kind") == Voice.Kind.CHALLENGE:
        parts |= {
            "kind": Voice.Kind.CHALLENGE,
            "body": Body.objects.get(slug=BOARD),
            "answer_by": day + timedelta(days=fields["answer_days"]),
        }
    promises = Pledge.objects.get(group=Pledge.Group.CHILDREN).promises.filter(number=fields["promise"])
    voice = services.record_voice(
        by=somebody(PARTICIPATION_OFFICER),
        at=morning_of(day + timedelta(days=1)),
        heard_on=day,
        heard_by=heard_by,
        promises=promises,
        **parts,
    )
    return voice, day


def take_further(voice: Voice, fields: dict[str, Any], day: date) -> None:
    """As far as its status says, a step after the other; published where it is public."""
    director, participation = somebody(DIRECTOR), somebody(PARTICIPATION_OFFICER)
    status = Status.CHANGED if fields["status"] == Status.NOT_CHANGED else Status(fields["status"])
    steps = ORDER.index(status)
    if steps >= 1:
        services.look_at_voice(voice=voice, person=director, by=director, at=after(day, LOOKED_AT))
    if steps >= 2:
        decided = {"is_changed": fields["is_changed"], "outcome": fields["outcome"]}
        services.decide_voice(voice=voice, by=director, at=after(day, DECIDED), **decided)
    if steps >= 3:
        told_on = after(day, TOLD).date()
        services.tell_back(
            voice=voice, told_on=told_on, told_how=fields["told_how"], by=participation, at=after(day, TOLD)
        )
    if fields.get("is_public"):  # last: what is decided or told waits for a second person again
        services.publish_voice(voice=voice, by=somebody(CLERK), at=after(day, PUBLIC[steps]))


def after(day: date, days: int) -> Any:
    return morning_of(day + timedelta(days=days))
