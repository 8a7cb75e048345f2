"""ModernGov's list of councillors, as its web service gives it (GetCouncillorsByWard).

councillorsbyward > wards > ward {wardtitle, councillors > councillor {councillorid, fullusername, politicalpartytitle,
workaddress {email}, termsofoffice > termofoffice {startdate, enddate}}}. What else stands there, home addresses and
telephones above all, is passed over while reading. A file that declares a document type or entities is refused.
"""

from xml.parsers import expat

from members.feeds.checking import check_size
from members.feeds.cleaning import day_of, tidy
from members.feeds.rows import Councillor, Feed, FeedRefused, Finding, Term

ROOT = "councillorsbyward"
DEEPEST = 20
LONGEST = 1024 * 1024  # characters in one element
WANTED = {
    "councillor/councillorid": "id",
    "councillor/fullusername": "name",
    "councillor/politicalpartytitle": "party",
    "workaddress/email": "email",
    "termofoffice/startdate": "starts",
    "termofoffice/enddate": "ends",
}
NOT_A_FEED = (
    "This is a web page or some other file, not ModernGov's list of councillors. The address to bring it from ends "
    "with GetCouncillorsByWard; where the council's site sends browsers on, use the address they end up at."
)


def read(content: bytes) -> Feed:
    """Every councillor in the feed, unchecked. Raises FeedRefused."""
    folded = Folded()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = refuse_doctype
    parser.EntityDeclHandler = refuse_doctype
    parser.StartElementHandler = lambda name, _: folded.start(name.lower(), parser.CurrentLineNumber)
    parser.CharacterDataHandler = folded.text
    parser.EndElementHandler = lambda name: folded.end(name.lower())
    try:
        parser.Parse(content, True)
    except expat.ExpatError as problem:
        if not folded.path and not folded.is_feed:
            raise FeedRefused(NOT_A_FEED) from None
        raise FeedRefused(
            f"The XML breaks off or is damaged in line {problem.lineno:,}. Bring it again, whole."
        ) from None
    except (LookupError, ValueError):  # the second: an encoding of several bytes that expat does not read
        raise FeedRefused(
            "The XML names an encoding that cannot be read. Save it as UTF-8 and bring it again."
        ) from None
    return folded.feed


def refuse_doctype(name: str, *_: object) -> None:
    if name.lower() == "html":
        raise FeedRefused(NOT_A_FEED)
    raise FeedRefused("The XML declares a document type or entities, which a list of councillors never needs.")


class Folded:
    """Takes the elements one by one; a councillor is added to `feed` whenever the element ends."""

    def __init__(self) -> None:
        self.feed = Feed()
        self.path: list[str] = []
        self.is_feed = False
        self.cell = ""
        self.ward = ""
        self.line = 0
        self.said: dict[str, str] = {}
        self.terms: list[tuple[str, str]] = []

    def start(self, name: str, line: int) -> None:
        """Raises FeedRefused where the file is some other XML, or nested too deep to be a feed."""
        if not self.path and name != ROOT:
            raise FeedRefused(NOT_A_FEED)
        self.is_feed = True
        if len(self.path) >= DEEPEST:
            raise FeedRefused(
                f"The XML is nested deeper than {DEEPEST} elements, which a list of councillors never is."
            )
        self.path.append(name)
        self.cell = ""
        if name == "ward":
            self.ward = ""
            self.feed.wards += 1
        elif name == "councillor":
            self.line, self.said, self.terms = line, {}, []

    def text(self, text: str) -> None:
        self.cell += text
        if len(self.cell) > LONGEST:
            raise FeedRefused("One part of the XML is longer than 1 MB, which a list of councillors never is.")

    def end(self, name: str) -> None:
        self.path.pop()
        where = f"{self.path[-1] if self.path else ''}/{name}"
        if where == "ward/wardtitle":
            self.ward = tidy(self.cell)
        elif where in WANTED:
            self.said.setdefault(WANTED[where], tidy(self.cell))
        elif name == "termofoffice":
            self.terms.append((self.said.pop("starts", ""), self.said.pop("ends", "")))
        elif name == "councillor":
            self.add()
        self.cell = ""

    def add(self) -> None:
        number = self.said.get("id", "")
        councillor = Councillor(
            row=self.line,
            source_id=f"moderngov:{number}" if number else "",
            name=self.said.get("name", ""),
            email=self.said.get("email", ""),
            ward=self.ward,
            party=self.said.get("party", ""),
            terms=tuple(sorted(self.dated_terms(), key=lambda term: term[0])),
        )
        self.feed.councillors.append(councillor)
        check_size(len(self.feed.councillors))

    def dated_terms(self) -> list[Term]:
        """The terms whose days can be read; a finding for each other one."""
        terms = []
        for starts, ends in self.terms:
            try:
                first, last = day_of(starts), day_of(ends)
            except ValueError:
                self.note("A term has a day that is none.")
                continue
            if first is None:
                self.note("A term does not say when it begins.")
            elif last and last < first:
                self.note("A term ends before it begins.")
            else:
                terms.append((first, last))
        return terms

    def note(self, reason: str) -> None:
        self.feed.findings.append(
            Finding(self.line, "termsofoffice", reason, "Term left out", self.said.get("name", "")[:150])
        )
