"""Atom feeds of the council. An entry keeps its id whatever becomes of it. Source: RFC 4287."""

from typing import Any

from django.contrib.syndication.views import Feed
from django.utils.feedgenerator import Atom1Feed

from members.models import Council


class CouncilFeed(Feed):
    """Entries by their public id, which a further version of a thing keeps."""

    feed_type = Atom1Feed
    language = "en-gb"
    item_guid_is_permalink = False

    def author_name(self) -> str:
        return Council.glance().name

    def item_guid(self, item: Any) -> str:
        return f"urn:uuid:{item.public_id}"
