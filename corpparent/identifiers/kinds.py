"""The kinds of identifier and the words for them; what could be written instead is in offering.py."""

from enum import StrEnum


class Kind(StrEnum):
    """In order of precedence: where two claim the same characters, the one named first here is said.

    A name or an address is only ever likely (`names.py`, `streets.py`): it warns, all others refuse.
    """

    EMAIL = "email"
    UPN = "upn"
    NINO = "nino"
    ULN = "uln"
    NHS = "nhs"
    PHONE = "phone"
    DOB = "dob"
    POSTCODE = "postcode"
    CASE = "case"
    NAME = "name"
    ADDRESS = "address"

    @property
    def words(self) -> str:
        """With its article: "an NHS number"."""
        return WORDS[self]


LIKELY = (Kind.NAME, Kind.ADDRESS)
STRUCTURED = tuple(kind for kind in Kind if kind not in LIKELY)

WORDS = {
    Kind.EMAIL: "an e-mail address",
    Kind.UPN: "a unique pupil number (UPN)",
    Kind.NINO: "a National Insurance number",
    Kind.ULN: "a unique learner number (ULN)",
    Kind.NHS: "an NHS number",
    Kind.PHONE: "a telephone number",
    Kind.DOB: "a date of birth",
    Kind.POSTCODE: "a full postcode",
    Kind.CASE: "a case number of the council’s",
    Kind.NAME: "what may be somebody’s name",
    Kind.ADDRESS: "what may be somebody’s address",
}
