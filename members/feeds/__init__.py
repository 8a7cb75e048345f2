"""Lists of councillors that come from elsewhere: bytes in, rows and findings out. Pure: no query, no clock."""

from members.feeds.reading import read
from members.feeds.rows import Councillor, Feed, FeedRefused, Finding

__all__ = ["Councillor", "Feed", "FeedRefused", "Finding", "read"]
