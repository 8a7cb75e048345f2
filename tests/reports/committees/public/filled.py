"""A meeting of a committee that everybody may see, with as many rows under it as a test asks for."""

from tests.factories.committees import (
    AgendaItemFactory,
    AgendaPackFactory,
    DecisionFactory,
    MeetingFactory,
    MinutesFactory,
    PaperFactory,
    PaperTextFactory,
    PublicationFactory,
)


def public_meeting(items=2, **fields):
    """Held, with `items` items of a paper and a decision each, a pack, and minutes that the chair approved."""
    meeting = MeetingFactory(**({"held": True, "body__regime": "council-committee"} | fields))
    for number in range(1, items + 1):
        item = AgendaItemFactory(meeting=meeting, number=number, published=True, exempt=number % 5 == 0)
        PaperTextFactory(paper=PaperFactory(item=item, published=True))
        PaperFactory(item=item, published=True, exempt=True)
        DecisionFactory(item=item, published=True)
    AgendaPackFactory(publication=PublicationFactory(meeting=meeting))
    MinutesFactory(meeting=meeting, status="approved", approved_at=meeting.held_at)
    return meeting
