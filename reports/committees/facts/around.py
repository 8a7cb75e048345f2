"""What stands beside a paper, as far as a reader may see it: its editions, its appendices, and what it is part of."""

from typing import NamedTuple

from members.standing import Standing
from reports.committees.models import Paper

OF_A_ROW = "item__meeting__body"


class Around(NamedTuple):
    newer: Paper | None
    editions: list[Paper]  # before this one, and it
    appendices: list[Paper]
    whole: Paper | None


def around(paper: Paper, who: Standing) -> Around:
    """They are all of the same item. One query; two where `paper` replaces another."""
    found = Paper.objects.visible_to(who).filter(item=paper.item_id).select_related(OF_A_ROW)
    seen = list(found.order_by("position", "edition", "pk"))
    before = keys_before(paper)
    return Around(
        newer=next((one for one in seen if one.replaces_id == paper.pk), None),
        editions=[one for one in seen if one.pk in before],
        appendices=[one for one in seen if one.part_of_id == paper.pk],
        whole=next((one for one in seen if one.pk == paper.part_of_id), None),
    )


def keys_before(paper: Paper) -> set[int]:
    """`paper` and those it replaces, one by one, those too that not everybody may see. One query at most."""
    found = {paper.pk}
    if paper.replaces_id is None:
        return found
    replaced = dict(Paper.objects.filter(item=paper.item_id).order_by().values_list("pk", "replaces"))
    before: int | None = paper.replaces_id
    while before is not None:
        found.add(before)
        before = replaced[before]
    return found
