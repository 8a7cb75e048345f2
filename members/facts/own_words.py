"""The council's own names of bodies, offices and people who act for it, which the check of free text passes over."""

import re
from collections.abc import Iterator
from itertools import chain

from members.models import Body, Council, Person, Role

TITLE = re.compile(r"^(?:Cllr|Councillor|Alderman|Mr|Mrs|Ms|Miss|Mx|Dr)\.? ")
SHORTEST = 4  # characters: "PA" would pass over half a name


def own_words() -> Iterator[str]:
    """Phrases as they are written; four queries.

    A person's name with and without their title, and only whole: a child may share their first name.
    """
    council = chain(*Council.objects.values_list("name", "short_name", "region"))
    named = chain(*(model.objects.values_list("name", flat=True) for model in (Body, Role)))
    people = Person.objects.values_list("name", flat=True)
    for phrase in chain(council, named, *((name, TITLE.sub("", name)) for name in people)):
        if len(phrase) >= SHORTEST:
            yield phrase
