"""How a pledge is kept, as everybody may read it: promise by promise, officers and young people side by side."""

from datetime import datetime

from members.standing import Standing
from pledges.facts import public as facts
from pledges.models import Pledge
from pledges.showing import public as showing
from reports.committees.models import AgendaItem, Paper
from reports.committees.sources import NothingToShow, Source
from reports.committees.written import Table, Written

HEAD = ["Promise", "Council officers say", "Young people say", "When"]


def choices(item: AgendaItem, who: Standing) -> list[tuple[str, str]]:
    return [(pledge.group, f"Progress on the pledge: {pledge.get_group_display()}") for pledge in facts.live_pledges()]


def make(chosen: str, item: AgendaItem, is_public: bool, at: datetime) -> Written:
    """The same for all readers: the progress that is published."""
    if chosen not in Pledge.Group.values:
        raise NothingToShow("This pledge is not there.")
    promises = facts.promises_of(chosen)
    if not promises:
        raise NothingToShow("This pledge is not live.")
    standings = facts.standings(promises, "promise")
    cards = [showing.promise_card(promise, standings[promise.pk], {}) for promise in promises]
    rows = [[card.title, card.officers.text, card.young_people.text, card.when or "–"] for card in cards]
    words = [[card.title, card.officer_words or "–", card.young_words or "–"] for card in cards if says(card)]
    tables = [Table("How each promise stands", HEAD, rows)]
    tables += [Table("In their words", HEAD[:3], words)] if words else []
    title = f"Progress on our pledge: {Pledge.Group(chosen).label.lower()}"
    return Written(title=title, sentences=[showing.summary(standings.values())], tables=tables)


def says(card: showing.Card) -> bool:
    return bool(card.officer_words or card.young_words)


SOURCE = Source(Paper.Origin.PLEDGE, "Progress on the pledge", choices, make)
