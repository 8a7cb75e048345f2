"""How an address is declared, and whether an answer is the one that the declaration asks for."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.urls import reverse

from tests.access.visitors import EVERYBODY, MEMBERS, NOBODY, SIGNED_IN, STRANGER

SAFE = {"GET", "HEAD"}


@dataclass(frozen=True)
class Access:
    """Who may look and who may do. `door` are those whom the way to it lets through; of these, whoever may neither
    look nor do gets `refusal`: 403 with the reason, or 404 where they may not know that it is there, which `told` do.
    """

    look: frozenset[str] = NOBODY
    do: frozenset[str] = NOBODY
    refusal: int = 403
    door: frozenset[str] = MEMBERS
    told: frozenset[str] = NOBODY
    is_alike: bool = False  # other people's views, which do not look at the method

    def allows(self, visitor: str, method: str) -> bool:
        return visitor in (self.look if method in SAFE else self.do if method == "POST" else NOBODY)

    def expected(self, visitor: str, method: str) -> str:
        """What the answer must be, in a word: allowed, sign-in, closed, refused, or no-such-method."""
        if self.allows(visitor, method) or (self.is_alike and visitor in self.door):
            return "allowed"
        if visitor not in self.door:
            return "sign-in" if visitor == STRANGER else "closed"
        has_method = bool(self.look) if method in SAFE else method == "POST" and bool(self.do)
        return "refused" if has_method else "no-such-method"

    def is_as_declared(self, visitor: str, method: str, answer: HttpResponse) -> bool:
        match self.expected(visitor, method):
            case "allowed":
                is_there = answer.status_code in (200, 301, 302) and not leads_to_sign_in(answer)
                return is_there or (answer.status_code == 405 and not self.allows(visitor, method))
            case "sign-in":
                return leads_to_sign_in(answer) or gives_words_back(answer)
            case "closed":
                return answer.status_code == 403
            case "refused":
                return answer.status_code == self.refusal_of(visitor)
            case _:
                return answer.status_code in self.codes_of_no_such_method(visitor, method)

    def refusal_of(self, visitor: str) -> int:
        return 403 if visitor in self.told else self.refusal

    def codes_of_no_such_method(self, visitor: str, method: str) -> set[int]:
        if visitor not in self.look | self.do:
            return {405, self.refusal_of(visitor)}  # may be told so before the method is looked at
        if method == "PUT" and visitor in self.do:
            return {405, 200}  # Django's form views take it for a form without any field filled in, and show it again
        return {405}


def leads_to_sign_in(answer: HttpResponse) -> bool:
    """Whether somebody is sent to sign in first and then back here."""
    return answer.status_code == 302 and answer["Location"].startswith(reverse("account_login") + "?next=")


def gives_words_back(answer: HttpResponse) -> bool:
    """Whether somebody who is signed out finds what they typed on a page that says so (members.getting_in)."""
    return answer.status_code == 403 and b"You were signed out before you sent this" in answer.content


def page(who: frozenset[str], *, refusal: int = 403) -> Access:
    """Something to look at."""
    return Access(look=who, refusal=refusal)


def form(who: frozenset[str], *, refusal: int = 403, told: frozenset[str] = NOBODY) -> Access:
    """Something to look at, fill in and send."""
    return Access(look=who, do=who, refusal=refusal, told=told)


def verb(who: frozenset[str], *, refusal: int = 403) -> Access:
    """A button."""
    return Access(do=who, refusal=refusal)


def public(*, sends: bool = False, is_alike: bool = False) -> Access:
    """Open to everybody, signed in or not."""
    return Access(look=EVERYBODY, do=EVERYBODY if sends else NOBODY, door=EVERYBODY, is_alike=is_alike)


def account(*, sends: bool = True, is_alike: bool = False) -> Access:
    """Somebody's own account: whoever can sign in, appointed or not."""
    return Access(look=SIGNED_IN, do=SIGNED_IN if sends else NOBODY, door=SIGNED_IN, is_alike=is_alike)


def own() -> Access:
    """A part of one's own account that none of the visitors has: for each of them it is not there."""
    return Access(refusal=404, door=SIGNED_IN)
