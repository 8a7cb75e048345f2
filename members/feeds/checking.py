"""Whether rows of a feed can be taken: each by itself, then beside each other."""

from collections.abc import Container
from dataclasses import replace

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from members.feeds.cleaning import has_letters, is_nobody, plain
from members.feeds.rows import LEFT_OUT, MOST_FINDINGS, MOST_PEOPLE, Councillor, Feed, FeedRefused, Finding

# Longest that the portal keeps, in characters.
LONGEST = {"name": 150, "ward": 100, "party": 100, "source_id": 80}
WITHOUT_EMAIL = "Taken without it"


def check_size(number: int) -> None:
    """Raise FeedRefused where more people come than any council has."""
    if number > MOST_PEOPLE:
        raise FeedRefused(
            f"This names more than {MOST_PEOPLE:,} people, and no council has that many councillors. "
            "Bring the councillors of your own council only."
        )


def sound(found: Feed) -> Feed:
    """The feed with its bad rows left out and a finding for each. Raises FeedRefused where nobody is named."""
    checked = Feed(wards=found.wards, findings=list(found.findings))
    seen: set[str] = set()
    emails: set[str] = set()
    for councillor in found.councillors:
        if finding := fault(councillor, seen):
            checked.findings.append(finding)
            continue
        seen |= keys(councillor)
        checked.councillors.append(with_sound_email(councillor, emails, checked.findings))
    if not checked.councillors:
        raise FeedRefused(
            "This names no councillor at all, so it cannot be right. Look whether the address or the export "
            "is the right one, and bring it again."
        )
    checked.findings = few(checked.findings)
    return checked


def few(findings: list[Finding]) -> list[Finding]:
    """At most MOST_FINDINGS, rows that were left out first; the last then says how many more there were."""
    if len(findings) <= MOST_FINDINGS:
        return findings
    ordered = sorted(findings, key=lambda finding: finding.did != LEFT_OUT)
    more = len(findings) - MOST_FINDINGS + 1
    return [*ordered[: MOST_FINDINGS - 1], Finding(0, "", f"{more:,} more things are wrong in this list.", "Not shown")]


def fault(one: Councillor, seen: set[str]) -> Finding | None:
    """Why a row is left out; None where it is sound."""
    if not one.name:
        return Finding(one.row, "name", "There is no name.")
    if is_nobody(one.name):
        return Finding(one.row, "name", "This is an empty seat, not a person.")
    if not has_letters(one.name):
        return Finding(one.row, "name", "This is no name: it has no letters.")
    for column, most in LONGEST.items():
        if len(getattr(one, column)) > most:
            who = one.name if column != "name" else ""
            return Finding(one.row, column, f"This is longer than {most} characters.", who=who)
    if not keys(one).isdisjoint(seen):
        return Finding(one.row, "name", "The same councillor stands further up.", who=one.name)
    return None


def keys(one: Councillor) -> set[str]:
    """By what a councillor is known in the feed: the number; without one, e-mail and name."""
    return {one.source_id} if one.source_id else {key for key in (one.email.lower(), plain(one.name)) if key}


def with_sound_email(one: Councillor, emails: set[str], findings: list[Finding]) -> Councillor:
    """The row, without an e-mail address that is none or that an earlier row has; `emails` and `findings` grow."""
    if not one.email:
        return one
    reason = email_fault(one.email, emails)
    if not reason:
        emails.add(one.email.lower())
        return one
    findings.append(Finding(one.row, "email", reason, WITHOUT_EMAIL, one.name))
    return replace(one, email="")


def email_fault(email: str, taken: Container[str]) -> str:
    try:
        validate_email(email)
    except ValidationError:
        return "This is no e-mail address."
    if len(email) > 254:
        return "This is longer than an e-mail address can be."
    return "A row further up has the same e-mail address." if email.lower() in taken else ""
