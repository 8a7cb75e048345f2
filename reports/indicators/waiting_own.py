"""Whom the council's own figures ask for a word: those who answer for one that is amber or red."""

from collections.abc import Iterator

from django.urls import reverse

from members.models import Council
from members.needs import Need
from members.standing import Standing
from reports.indicators import audiences
from reports.indicators.facts import target_of
from reports.indicators.models import Area, Target
from reports.indicators.showing.own import Own, owns_of


def needs(who: Standing) -> Iterator[Need]:
    """A “so what?” for each newest figure off its target that nobody has written about. One query for who has none.

    Not of a figure whose number they may not see: to be asked would tell them that it is off its target.
    """
    if not Target.objects.filter(answerable=who.person_id, is_current=True).exists():
        return
    targets = list(Target.objects.filter(is_current=True).select_related("indicator"))
    area = Area.objects.filter(code=Council.glance().area_code).first()
    for own in owns_of(area, audiences.on_screen(who)).values() if area else ():
        target = target_of([one for one in targets if one.indicator.code == own.code], own.newest)
        is_mine = target is not None and target.answerable_id == who.person_id
        if is_mine and own.judgement.asks_for_commentary and own.commentary is None:
            yield need(own)


def need(own: Own) -> Need:
    is_red = own.judgement.status == "late"
    return Need(
        title=f"Say what is behind it: {own.title}",
        url=reverse("indicators:commentary-create", args=[own.code, own.newest.code]),
        about=f"{own.spoken()} for {own.when}. {own.target_line}",
        why="You answer for this figure. Councillors read it beside your words, or beside none.",
        tag=own.judgement.text,
        tone="late" if is_red else "due",
        by=own.ends_on,
    )
