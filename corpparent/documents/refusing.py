"""How a document is refused."""


class Refused(Exception):
    """The document is not taken in; the message is the reason, in words for whoever sent it."""
