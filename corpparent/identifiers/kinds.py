"""The kinds of identifier, the words for them, and what to write instead."""

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

    @property
    def instead(self) -> str:
        """What its writer could do: a sentence."""
        return INSTEAD[self]


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
IN_THE_FILE = "Leave the number out: it belongs in the child’s own file."
INSTEAD = {
    Kind.EMAIL: "Instead of the address say who was written to, such as “wrote to the carers”.",
    Kind.UPN: IN_THE_FILE,
    Kind.NINO: "Leave the number out: nobody needs it here.",
    Kind.ULN: IN_THE_FILE,
    Kind.NHS: IN_THE_FILE,
    Kind.PHONE: "Instead of the number say who was rung, such as “rang the mother”.",
    Kind.DOB: "Instead of a date of birth say “a young person of 15” or “a child at primary school”.",
    Kind.POSTCODE: "Instead of a postcode say roughly where, such as “in the north of the borough”.",
    Kind.CASE: IN_THE_FILE,
    Kind.ADDRESS: "Instead of house and street say roughly where, such as “in the north of the borough”.",
    Kind.NAME: "Instead of a name say “a child”, “a carer” or “a member of staff”.",
}
