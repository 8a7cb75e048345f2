"""What a large council wrote down about its pledges, on top of the seeded one: the register of actions, what was heard,
and the local offer, in bulk, because each deed through its service would take hours; what pages read is the same.
"""

from datetime import date, timedelta

ACTIONS, VOICES, OFFERS_OF_A_NEED = 20_000, 5_000, 25
BATCH = 5_000


def fill() -> None:
    """Actions, voices and offers up to ACTIONS, VOICES and OFFERS_OF_A_NEED of each need."""
    from django.utils import timezone

    from pledges.models import Action, Offer, Voice

    today = timezone.localdate()
    Action.objects.bulk_create(actions(ACTIONS - Action.objects.count(), today), batch_size=BATCH)
    Voice.objects.bulk_create(voices(VOICES - Voice.objects.count(), today), batch_size=BATCH)
    Offer.objects.bulk_create(offers(today))


def actions(number: int, today: date) -> list:
    """`number` actions of four years and the year to come: one in ten is open, one in fifty of these exempt, one in
    three followed by a body; some are late, and some were moved.
    """
    from uuid import uuid4

    from django.utils import timezone

    from members.models import Body, Person
    from pledges.models import Action
    from pledges.models.promise import THEME_CHOICES

    owners, bodies, at = list(Person.objects.order_by("pk")), list(Body.objects.order_by("pk")), timezone.now()
    found = []
    for n in range(number):
        owner, checker = owners[n % len(owners)], owners[(n + 1) % len(owners)]
        due_on = today + timedelta(days=n % 400 - 40) if n % 10 == 0 else today - timedelta(days=n % 1400)
        ended = {} if n % 10 == 0 else {"status": "done", "done_at": at, "checked_by": checker, "ended_at": at}
        found.append(
            Action(
                title=f"Ask the service what stands in the way, and tell the panel: {n}",
                why="Two promises in a row were not kept for the same reason.",
                owner=owner,
                due_on=due_on,
                first_due_on=due_on - timedelta(days=30 * (n % 70 == 0)),
                times_moved=int(n % 70 == 0),
                source_kind="body",
                source_id=uuid4(),
                source_label="The panel",
                access="exempt" if n % 50 == 0 else "members",
                theme=THEME_CHOICES[n % len(THEME_CHOICES)][0],
                body=bodies[n % len(bodies)] if n % 3 == 0 else None,
                raised_by=checker,
                raised_at=at,
                **ended,
            )
        )
    return found


def voices(number: int, today: date) -> list:
    """`number` things that were heard in four years, all of them public; one in eight is not decided yet."""
    from django.utils import timezone

    from members.models import Person
    from pledges.models import Voice
    from pledges.models.promise import THEME_CHOICES

    people, at = list(Person.objects.order_by("pk")[:20]), timezone.now()
    found = []
    for n in range(number):
        heard_on = today - timedelta(days=1 + n * 1400 // number)
        told = {"status": "told-back", "is_changed": n % 3 > 0, "outcome": "The rule was changed in the spring."}
        told |= {"decided_on": heard_on, "told_on": heard_on, "told_how": "A letter to the group"}
        found.append(
            Voice(
                heard_on=heard_on,
                source=Voice.Source.values[n % 4],
                how=Voice.How.values[n % 6],
                theme=THEME_CHOICES[n % len(THEME_CHOICES)][0],
                said=f"We want to know who comes to see us before they come, and not hear it on the day: {n}.",
                words=Voice.Words.values[n % 2],
                recorded_by=people[0],
                recorded_at=at,
                looked_at_by=people[n % len(people)],
                looked_at_on=heard_on,
                is_public=True,
                published_by=people[1],
                published_at=at,
                **({"status": "looked-at"} if n % 8 == 0 else told),
            )
        )
    return found


def offers(today: date) -> list:
    """For each need as many as are missing, published and confirmed today."""
    from django.utils import timezone

    from pledges.models import Offer

    return [
        Offer(
            slug=f"help-{need}-{n}",
            title=f"A day a month with somebody who knows how it works: {n}",
            need=need,
            from_age=16,
            to_age=25,
            for_whom="For everybody who was in care and lives in the county",
            what="Somebody listens, and goes with you.",
            how="Ring, or come by.",
            run_by="The leaving care team",
            phone="01632 960 000",
            status="published",
            published_at=timezone.now(),
            confirmed_on=today,
        )
        for need in Offer.Need.values
        for n in range(OFFERS_OF_A_NEED - Offer.objects.filter(need=need, status="published").count())
    ]
