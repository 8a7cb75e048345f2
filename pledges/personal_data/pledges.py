"""What pledges hold about one person: where they signed, and tables of promises they brought."""

from corpparent.words import moment
from members.models import Person
from members.personal_data import Row
from pledges.models import PledgeImport, Signature


def signatures(person: Person) -> list[Row]:
    found = Signature.objects.filter(person=person).select_related("pledge").order_by("signed_on", "pk")
    return [
        {"Pledge": str(one.pledge), "Signed as": one.signed_as, "Signed on": f"{one.signed_on:%-d %B %Y}"}
        for one in found
    ]


def tables(person: Person) -> list[Row]:
    found = PledgeImport.objects.filter(brought_by=person).select_related("pledge").order_by("brought_at", "pk")
    return [
        {
            "Pledge": str(one.pledge),
            "File": one.name,
            "Brought": moment(one.brought_at),
            "What became of it": one.get_status_display(),
        }
        for one in found
    ]
