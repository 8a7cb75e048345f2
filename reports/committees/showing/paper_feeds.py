"""Published open papers as an Atom feed, of every body or of one. The public's, whoever asks."""

from datetime import datetime

from django.urls import reverse

from corpparent.atom import line, markup
from corpparent.words import day
from members.council_feed import CouncilFeed
from members.models import Body, Council
from members.standing import STRANGER
from reports.committees.models import Paper
from reports.committees.showing.papers import length_of

ENTRIES = 50


class PaperFeed(CouncilFeed):
    """The newest papers of `body`, or of all of them."""

    subtitle = "Papers of committees and boards, once they are published."

    def __init__(self, body: Body | None = None) -> None:
        self.body = body

    def title(self) -> str:
        return f"Papers of {self.body.name if self.body else 'meetings'}: {Council.glance().name}"

    def link(self) -> str:
        if self.body:
            return reverse("committees:committee-detail", args=[self.body.slug])
        return reverse("committees:paper-list")

    def feed_url(self) -> str:
        if self.body:
            return reverse("committees:committee-papers", args=[self.body.slug])
        return reverse("committees:paper-feed")

    def items(self) -> list[Paper]:
        papers = Paper.objects.visible_to(STRANGER).published().current()
        if self.body:
            papers = papers.filter(item__meeting__body=self.body)
        return list(papers.select_related("item__meeting__body").order_by("-published_at", "-pk")[:ENTRIES])

    def item_title(self, item: Paper) -> str:
        return line(item.title)

    def item_description(self, item: Paper) -> str:
        meeting = item.item.meeting
        said = f"{meeting.body.name}, {day(meeting.meets_on)}. {length_of(item)}. {item.summary}"
        return markup(said.strip())

    def item_link(self, item: Paper) -> str:
        return item.get_absolute_url()

    def item_pubdate(self, item: Paper) -> datetime:
        assert item.published_at is not None  # only published ones are read
        return item.published_at

    def item_updateddate(self, item: Paper) -> datetime:
        return self.item_pubdate(item)
