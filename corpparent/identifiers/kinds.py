"""The kinds of identifier, and the words for them."""

from enum import StrEnum


class Kind(StrEnum):
    """In order of precedence: where two claim the same characters, the one named first here is said."""

    EMAIL = "email"
    UPN = "upn"
    NINO = "nino"
    ULN = "uln"
    NHS = "nhs"
    PHONE = "phone"
    DOB = "dob"
    POSTCODE = "postcode"

    @property
    def words(self) -> str:
        """With its article: "an NHS number"."""
        return WORDS[self]


WORDS = {
    Kind.EMAIL: "an e-mail address",
    Kind.UPN: "a unique pupil number (UPN)",
    Kind.NINO: "a National Insurance number",
    Kind.ULN: "a unique learner number (ULN)",
    Kind.NHS: "an NHS number",
    Kind.PHONE: "a telephone number",
    Kind.DOB: "a date of birth",
    Kind.POSTCODE: "a full postcode",
}
