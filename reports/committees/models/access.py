"""Open, exempt or confidential: what an item, a paper or a decision has in common.

Source: Local Government Act 1972, sections 100A to 100I and Schedule 12A, part 1 (as for England).
"""

from django.db import models
from django.db.models import Q

from members.roles import CHIEF_EXECUTIVE, DCS, LEAD_MEMBER
from members.standing import Standing
from reports.committees.models.meeting import keeps_papers

# Schedule 12A, part 1, paragraphs 1 to 7, in the words of an officer.
PARAGRAPHS = {
    1: "Information relating to any individual",
    2: "Information likely to reveal the identity of an individual",
    3: "The financial or business affairs of any particular person, the council included",
    4: "Consultations or negotiations about a labour relations matter",
    5: "A claim to legal professional privilege in legal proceedings",
    6: "A proposal to give a notice, or to make an order or direction, under any enactment",
    7: "Action taken in connection with the prevention, investigation or prosecution of crime",
}


class Access(models.TextChoices):
    OPEN = "open", "Open"
    EXEMPT = "exempt", "Exempt"
    CONFIDENTIAL = "confidential", "Confidential"


def sees_exempt_of_all(who: Standing) -> bool:
    """Whether `who` sees what is exempt or confidential whatever body it is before."""
    return keeps_papers(who) or who.has(LEAD_MEMBER, DCS, CHIEF_EXECUTIVE)


def may_be_seen(who: Standing, body: str) -> Q:
    """The condition under which `who` may see a row with `access` before the body at lookup `body`.

    Open rows, and the rest for members of that body and for those who answer for all of them.
    """
    if sees_exempt_of_all(who):
        return Q()
    if not who.is_member:
        return Q(access=Access.OPEN)
    return Q(access=Access.OPEN) | Q(**{f"{body}__public_id__in": who.bodies})


class Restrictable(models.Model):
    """What may be kept from the public, and why.

    `public_title` is all that the public reads in place of `title`. `paragraphs` are numbers of Schedule 12A.
    """

    access = models.CharField("who may see it", max_length=12, choices=Access, default=Access.OPEN)
    title = models.CharField(max_length=200)
    public_title = models.CharField("title for the public", max_length=200, blank=True)
    paragraphs = models.JSONField("paragraphs of Schedule 12A", default=list, blank=True)
    interest = models.TextField("why the public interest is in keeping it exempt", max_length=2_000, blank=True)
    review_on = models.DateField("looked at again by", null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_open(self) -> bool:
        return self.access == Access.OPEN

    @property
    def shown_title(self) -> str:
        """The title that any reader may see."""
        return self.title if self.is_open else self.public_title


def restriction(name: str) -> list[models.CheckConstraint]:
    """Constraints of a Restrictable called `name`: what is exempt says under what and why, what the public reads."""
    return [
        models.CheckConstraint(
            condition=Q(access=Access.OPEN, public_title="", interest="", review_on__isnull=True)
            | ~Q(access=Access.OPEN) & ~Q(public_title=""),
            name=f"{name}_kept_from_the_public_has_a_title_for_it",
        ),
        models.CheckConstraint(
            condition=~Q(access=Access.EXEMPT) | (~Q(interest="") & Q(review_on__isnull=False) & ~Q(paragraphs=[])),
            name=f"exempt_{name}_says_why_and_until_when",
        ),
    ]
