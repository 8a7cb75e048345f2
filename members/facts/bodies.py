"""What the pages about bodies show, in words. Seats of young people are numbered, never named."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from members.facts.arrangements import Arrangements, arrangements, states_of
from members.models import Appointment, Body, Person, TermsOfReference
from members.rules.arrangements import State
from members.words import remembered

__all__ = ["Arrangements", "arrangements", "page_of", "rows_of", "terms_of", "versions_of", "what_the_law_asks"]

NOT_SET = "Not written down"
LAW = {
    Body.Regime.COMMITTEE: "Its meetings are open to the public, but for exempt items. Agenda and papers are published "
    "five clear days before. Local Government Act 1972, part VA.",
    Body.Regime.EXECUTIVE: "Meetings that decide key matters are open to the public, and key decisions are announced "
    "28 days before. Executive Arrangements (Meetings and Access to Information) Regulations 2012.",
    Body.Regime.SCRUTINY: "It meets in public as a committee does, and may ask the executive and officers to come and "
    "answer. Local Government Act 2000, section 9F.",
    Body.Regime.INFORMAL: "No law says how it meets: it gives advice and decides nothing for the council.",
}


def rows_of(bodies: Iterable[Body], on: date) -> list[dict[str, Any]]:
    """One row a body for the list, with its terms' tag. Three queries, or two for bodies that are read already."""
    return [row_of(state, on) for state in states_of(bodies, on)]


def row_of(state: State, on: date) -> dict[str, Any]:
    body = state.body
    members = f"{state.voting} with a vote" if state.voting else "nobody sits there yet"
    status, tag = ("neutral", f"Ended {body.ends_on:%-d %B %Y}") if is_over(body, on) else terms_tag(state, on)
    leads = f"Leads on {remembered()['corporate-parenting']}. " if body.is_corporate_parenting else ""
    return {
        "url": reverse("members:body-detail", args=[body.slug]),
        "title": body.name,
        "second": f"{leads}{body.get_kind_display()}; {members}.",
        "status": status,
        "tag": tag,
    }


def is_over(body: Body, on: date) -> bool:
    return body.ends_on is not None and body.ends_on < on


def terms_tag(state: State, on: date) -> tuple[str, str]:
    """Status and words of the terms of reference; partners keep their own: ("", "")."""
    if state.body.kind == Body.Kind.PARTNER:
        return "", ""
    if not state.terms:
        return "late", "No terms"
    return review_tag(state.terms.review_on, on)


def review_tag(review_on: date, on: date) -> tuple[str, str]:
    if review_on < on:
        return "late", f"Review {(on - review_on).days} days late"
    if (review_on - on).days <= 60:
        return "due", f"Review by {review_on:%-d %B}"
    return "ok", f"Review by {review_on:%-d %B %Y}"


def page_of(body: Body, on: date) -> dict[str, Any]:
    """Facts, places, young people's seats, and every version of the terms. Five queries."""
    (state,) = states_of([body], on)
    return {
        "tag": row_of(state, on),
        "facts": facts_of(body),
        "places": places_of(body, on),
        "young_people": young_people_of(body),
        "vacant": max((body.seats or 0) - state.voting, 0),
        "terms": versions_of(body, on),
        "law": what_the_law_asks(body),
    }


def facts_of(body: Body) -> list[dict[str, str]]:
    """Label and value of what is written of the body itself."""
    above = body.reports_to.name if body.reports_to else ""
    facts = [
        ("Kind", body.get_kind_display()),
        ("Law it meets under", body.get_regime_display()),
        ("Reports to", above),
        ("Seats for members", words(body.seats)),
        ("Quorum", words(body.quorum)),
        ("Meetings expected a year", words(body.meetings_a_year)),
        ("In being since", f"{body.starts_on:%-d %B %Y}"),
    ]
    if body.ends_on:
        facts.append(("Last day", f"{body.ends_on:%-d %B %Y}"))
    return [{"label": label, "value": value or NOT_SET} for label, value in facts]


def words(number: int | None) -> str:
    return "" if number is None else str(number)


def places_of(body: Body, on: date) -> list[dict[str, Any]]:
    """Each place with who sits there, by name; chair and vice-chair stand even when nobody does. One query."""
    always = {Appointment.Place.CHAIR, Appointment.Place.VICE_CHAIR}
    labels = {Appointment.Place.MEMBER: "Members", Appointment.Place.SUBSTITUTE: "Substitutes"}
    sitting: dict[str, list[Person]] = defaultdict(list)
    held = Appointment.objects.current(on).filter(body=body, person__is_active=True)
    for one in held.select_related("person").order_by("person__name"):
        sitting[one.place].append(one.person)
    return [
        {"label": labels.get(place, place.label), "people": sitting[place]}
        for place in Appointment.Place
        if place in always or sitting[place]
    ]


def young_people_of(body: Body) -> list[dict[str, Any]]:
    """Seat by seat: its name by number, and whether it is taken."""
    taken = body.young_people_seats_taken
    return [
        {"label": f"Young member {number}", "said": "taken" if number <= taken else "vacant"}
        for number in range(1, body.young_people_seats + 1)
    ]


def versions_of(body: Body, on: date) -> list[dict[str, Any]]:
    """Every version of its terms of reference, newest first. One query."""
    versions = body.terms.select_related("body").defer("text")  # type: ignore[attr-defined]
    return [terms_of(one, on, is_newest=number == 0) for number, one in enumerate(versions)]


def terms_of(terms: TermsOfReference, on: date, *, is_newest: bool) -> dict[str, Any]:
    """One version in words; only the newest is to be looked at again. `terms` comes with its body."""
    status, tag = review_tag(terms.review_on, on) if is_newest else ("neutral", "Replaced")
    return {
        "url": reverse("members:terms-detail", args=[terms.body.slug, terms.number]),
        "title": f"Version {terms.number}",
        "adopted": f"Adopted {terms.adopted_on:%-d %B %Y} by {terms.adopted_by}.",
        "review": f"To be looked at again by {terms.review_on:%-d %B %Y}.",
        "status": status,
        "tag": tag,
    }


def what_the_law_asks(body: Body) -> str:
    return LAW[Body.Regime(body.regime)]
