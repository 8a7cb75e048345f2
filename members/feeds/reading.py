"""The one door for a feed of either form."""

from members.feeds import moderngov, table
from members.feeds.checking import sound
from members.feeds.rows import MOST_BYTES, Feed, FeedRefused

READERS = {"moderngov": moderngov.read, "csv": table.read}


def read(content: bytes, form: str) -> Feed:
    """What `content`, of the form "moderngov" or "csv", says of councillors. Raises FeedRefused."""
    if len(content) > MOST_BYTES:
        raise FeedRefused("This is larger than 5 MB, and no list of councillors is. Look whether it is the right file.")
    if not content.strip():
        raise FeedRefused("This is empty. Download it again from where it comes, then bring the new copy.")
    return sound(READERS[form](content))
