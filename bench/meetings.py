"""Meetings of a large council on top of the seeded one: five bodies that meet in public, 200 papers a year with text to
search, in bulk, because each deed through its service would take hours; what pages read is the same.
"""

from datetime import date, datetime, time, timedelta

BODIES, MEETINGS_A_YEAR, ITEMS = 5, 4, 10  # meetings of each body; each item has one paper: 200 a year
PAGES = 8
BATCH = 1_000
COMPARED = ("meetings", "meeting", "papers", "decisions")  # what ten years cost of what one costs
WORDS = (
    "The panel asked how many of our children had moved home more than twice in the year, what each move had cost them "
    "in friends, sleep and school, and what was done about it. The service answered with figures for every quarter. "
)
RARE = "hedgehog"  # on one page of one paper in two hundred
SEARCHED = "friends sleep"  # on every page


def fill_meetings(years: range) -> None:
    """Their meetings, agendas, papers, decisions and packs in each of `years`, counted back from today."""
    from django.db import connection

    with_papers(with_items(meetings_of(bodies(), years)))
    connection.cursor().execute("VACUUM ANALYZE")  # as the database does by itself some time after so many rows


def bodies() -> list:
    """The Corporate Parenting Board's neighbours, made once."""
    from members.models import Body

    about = {"kind": "committee", "regime": "council-committee", "starts_on": date(2010, 4, 1)}
    for n in range(BODIES):
        Body.objects.get_or_create(slug=f"panel-{n}", defaults={"name": f"Children’s Panel {n}", **about})
    return list(Body.objects.filter(slug__startswith="panel-").order_by("pk"))


def moment(on: date) -> datetime:
    from django.utils.timezone import make_aware

    return make_aware(datetime.combine(on, time(9)))


def meetings_of(found: list, years: range) -> list:
    """Held ones, and of the first of `years` one of each body that is still to come."""
    from django.utils.timezone import localdate

    from reports.committees.models import Meeting

    ago = [7 + 365 * year + 91 * n for year in years for n in range(MEETINGS_A_YEAR)]
    ago += [-7] if 0 in years else []
    days = [localdate() - timedelta(days=number) for number in ago]
    return Meeting.objects.bulk_create(
        Meeting(
            body=body,
            meets_on=on,
            first_on=on,
            begins_at=time(14),
            place="Committee room 1, Town Hall",
            published_at=moment(on - timedelta(days=8)),
            changed_at=moment(on),
            **({"status": "held", "held_at": moment(on)} if on < localdate() else {"status": "published"}),
        )
        for body in found
        for on in days
    )


def with_items(meetings: list) -> list:
    """ITEMS of each meeting, one in ten exempt; those of the past with a decision. A pack of all of them."""
    from corpparent.models import StoredFile
    from reports.committees.models import AgendaItem, AgendaPack, Decision, Publication

    items = AgendaItem.objects.bulk_create(
        (
            AgendaItem(
                meeting=meeting,
                number=n + 1,
                title=f"How our children are doing, part {n + 1}",
                note="Members are asked to note what was done, and to ask what was not.",
                published_at=meeting.published_at,
                **(restriction(meeting) if n == ITEMS - 1 else {}),
            )
            for meeting in meetings
            for n in range(ITEMS)
        ),
        batch_size=BATCH,
    )
    Decision.objects.bulk_create(
        (
            Decision(
                item=item,
                number=1,
                title="That the report is noted, and comes back in the spring.",
                recorded_at=item.meeting.held_at,
                published_at=item.meeting.held_at,
            )
            for item in items
            if item.meeting.held_at and item.access == "open"
        ),
        batch_size=BATCH,
    )
    files = StoredFile.objects.bulk_create(
        StoredFile(sha256=f"{meeting.pk:064x}", size=1_000_000) for meeting in meetings
    )
    publications = Publication.objects.bulk_create(
        Publication(
            meeting=meeting,
            publish_by=meeting.meets_on - timedelta(days=8),
            asked_at=meeting.published_at,
            published_at=meeting.published_at,
        )
        for meeting in meetings
    )
    AgendaPack.objects.bulk_create(
        AgendaPack(
            publication=one,
            audience="public",
            pages=100,
            file=file,
            size=file.size,
            sha256=file.sha256,
            built_at=one.published_at,
            contents=[],
        )
        for one, file in zip(publications, files, strict=True)
    )
    return items


def restriction(meeting) -> dict:
    return {
        "access": "exempt",
        "public_title": "A contract",
        "paragraphs": [3],
        "interest": "The tender is not decided.",
        "review_on": meeting.meets_on + timedelta(days=365),
    }


def with_papers(items: list) -> None:
    """A paper of PAGES for each; of open ones the text, page by page."""
    from corpparent.models import StoredFile
    from reports.committees.models import Paper, PaperText

    files = StoredFile.objects.bulk_create(
        (StoredFile(sha256=f"{item.pk:062x}ff", size=200_000) for item in items), batch_size=BATCH
    )
    papers = Paper.objects.bulk_create(
        (
            Paper(
                item=item,
                title=f"Report on part {item.number}",
                summary="What was promised, what was done, and what it changed for children.",
                file=file,
                pages=PAGES,
                size=file.size,
                added_at=item.published_at,
                published_at=item.published_at,
                **(restriction(item.meeting) if item.access == "exempt" else {}),
            )
            for item, file in zip(items, files, strict=True)
        ),
        batch_size=BATCH,
    )
    PaperText.objects.bulk_create(
        (
            PaperText(paper=paper, page=page, text=text_of(n, page))
            for n, paper in enumerate(papers)
            for page in range(1, PAGES + 1)
            if paper.access == "open"
        ),
        batch_size=BATCH,
    )


def text_of(number: int, page: int) -> str:
    """Some 2,500 letters, as a page has."""
    return WORDS * 9 + (f"One young person keeps a {RARE}." if number % 200 == 0 and page == PAGES else "")
