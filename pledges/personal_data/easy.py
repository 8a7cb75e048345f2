"""What the easy-read forms of pledges hold about one person: the words they wrote or published, drawings brought."""

from django.db.models import Q

from corpparent.words import moment
from members.models import Person
from members.personal_data import Row
from pledges.models import Drawing, EasyRead


def easy_words(person: Person) -> list[Row]:
    found = EasyRead.objects.filter(Q(written_by=person) | Q(published_by=person)).select_related("pledge")
    return [
        {
            "Pledge": one.pledge.title,
            "Written by you": moment(one.written_at) if one.written_by_id == person.pk else "",
            "Published by you": moment(one.published_at)
            if one.published_at and one.published_by_id == person.pk
            else "",
        }
        for one in found.order_by("pk")
    ]


def drawings(person: Person) -> list[Row]:
    found = Drawing.objects.filter(brought_by=person).select_related("promise").order_by("brought_at", "pk")
    return [
        {"Promise": one.promise.wording, "What it shows": one.alternative, "Brought": moment(one.brought_at)}
        for one in found
    ]
