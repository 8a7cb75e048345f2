import csv
import json
from datetime import date

import pytest
from django.conf import settings

from members.feeds import FeedRefused, read
from tests.members.feeds.invented import CANARIES, OPEN, councillor, feed

REAL = settings.BASE_DIR.parent / "shared" / "data" / "moderngov"


def reasons(found):
    return [(finding.column, finding.reason) for finding in found.findings]


def test_councillor_is_read_with_ward_party_and_terms():
    terms = [("10/06/2004", "06/05/2022"), *OPEN]
    found = read(feed(councillor(terms=terms)), "moderngov")

    (one,) = found.councillors
    assert (one.source_id, one.name, one.email) == ("moderngov:17", "Councillor Amina Yusuf", "amina@larchford.example")
    assert (one.ward, one.party) == ("Bablake", "Labour")
    assert one.terms == ((date(2004, 6, 10), date(2022, 5, 6)), (date(2022, 5, 6), None))
    assert (found.wards, found.findings) == (1, [])


def test_home_address_telephone_and_photo_are_never_kept():
    found = read(feed(councillor(email=""), councillor("18", email="no address")), "moderngov")

    kept = json.dumps([one.as_json() for one in found.councillors] + [one.as_json() for one in found.findings])
    assert [canary for canary in CANARIES if canary in kept] == []
    assert [one.email for one in found.councillors] == ["", ""]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("Councillor Siobhan O&amp;#39;Neill", "Councillor Siobhan O'Neill"),
        ("Cllr Zo&amp;euml; Bell", "Cllr Zoë Bell"),
        ("Cllr Zoe\u0308\n   Bell", "Cllr Zoë Bell"),
        ("王小明", "王小明"),
        ("आलिया \u200dखान", "आलिया \u200dखान"),
        ("Cllr \u202eevil\u200b Bell\u0085", "Cllr evil Bell"),
    ],
)
def test_names_of_any_script_are_unescaped_twice_and_tidied(written, read_as):
    (one,) = read(feed(councillor(name=written)), "moderngov").councillors
    assert one.name == read_as


def test_markup_in_a_name_stays_text():
    (one,) = read(feed(councillor(name="&amp;lt;b&amp;gt;Bell")), "moderngov").councillors
    assert one.name == "<b>Bell"


def test_rows_that_cannot_be_taken_are_left_out_and_said():
    rows = [
        councillor("1"),
        councillor("2", name=" \n "),
        councillor("3", name="Councillor Vacancy"),
        councillor("1", name="Cllr Other", email="other@larchford.example"),
        councillor("5", name="12345", email=""),
        councillor("6", name="x" * 151, email=""),
    ]
    found = read(feed(*rows), "moderngov")

    assert [one.source_id for one in found.councillors] == ["moderngov:1"]
    assert reasons(found) == [
        ("name", "There is no name."),
        ("name", "This is an empty seat, not a person."),
        ("name", "The same councillor stands further up."),
        ("name", "This is no name: it has no letters."),
        ("name", "This is longer than 150 characters."),
    ]
    assert [one.row for one in found.findings] == sorted({one.row for one in found.findings})


def test_email_address_that_two_rows_share_goes_to_the_first():
    found = read(feed(councillor("1"), councillor("2", email="AMINA@larchford.example")), "moderngov")
    assert [one.email for one in found.councillors] == ["amina@larchford.example", ""]
    assert reasons(found) == [("email", "A row further up has the same e-mail address.")]


@pytest.mark.parametrize(
    ("term", "reason"),
    [
        (("31/02/2022", "unspecified"), "A term has a day that is none."),
        (("06/05/2022", "05/05/2022"), "A term ends before it begins."),
        (("", "05/05/2022"), "A term does not say when it begins."),
    ],
)
def test_impossible_terms_are_left_out_and_said(term, reason):
    found = read(feed(councillor(terms=[term, *OPEN])), "moderngov")
    assert found.councillors[0].terms == ((date(2022, 5, 6), None),)
    assert reasons(found) == [("termsofoffice", reason)]


def test_five_thousand_people_are_read():
    rows = [
        councillor(str(number), f"Łucja Ó’Brien {number}", f"p{number}@larchford.example") for number in range(5_000)
    ]
    found = read(feed(*rows).replace(b"  ", b""), "moderngov")
    assert (len(found.councillors), found.findings) == (5_000, [])


def test_findings_say_whose_row_is_meant():
    rows = [
        councillor("1", terms=[("31/02/2022", "")]),
        councillor("2", name="Peter Oyelaran"),
        councillor("2", name="Peter Oyelaran"),
        councillor("3", name="01632 960111"),
    ]
    found = read(feed(*rows), "moderngov")
    assert [one.who for one in found.findings] == ["Councillor Amina Yusuf", "Peter Oyelaran", "Peter Oyelaran", ""]


def test_no_more_findings_are_kept_than_somebody_could_read():
    terms = [("31/02/2022", "")] * 1_500
    found = read(feed(councillor(terms=terms), councillor("2", name="Vacant", email="")), "moderngov")
    assert len(found.findings) == 1_000
    assert (found.findings[0].did, found.findings[-1].reason) == ("Left out", "502 more things are wrong in this list.")


def test_year_9999_means_no_end():
    found = read(feed(councillor(terms=[("06/05/2022", "31/12/9999")])), "moderngov")
    assert found.councillors[0].terms == ((date(2022, 5, 6), None),)
    assert found.findings == []


LAUGHS = '<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This is empty"),
        (b"  \n ", "This is empty"),
        (b"<councillorsbyward><wards/></councillorsbyward>", "names no councillor at all"),
        (feed(councillor(name="Vacant")), "names no councillor at all"),
        (feed(councillor())[:-40], "breaks off or is damaged in line"),
        (b"<script>location='https://x'</script>", "web page or some other file"),
        (b"<!DOCTYPE html><html></html>", "web page or some other file"),
        (b"not XML at all", "web page or some other file"),
        (f"<!DOCTYPE councillorsbyward [{LAUGHS}]><councillorsbyward/>".encode(), "declares a document type"),
        (b'<!DOCTYPE c SYSTEM "file:///etc/passwd"><councillorsbyward/>', "declares a document type"),
        (b'<?xml version="1.0" encoding="klingon"?><councillorsbyward/>', "encoding that cannot be read"),
        (b'<?xml version="1.0" encoding="shift_jis"?><councillorsbyward/>', "encoding that cannot be read"),
        (b"<councillorsbyward>" + b"<a>" * 100_000, "nested deeper than 20"),
        (feed(councillor(name="x" * 1_100_000)), "longer than 1 MB"),
        (b"<!--" + b"x" * (5 * 1024 * 1024), "larger than 5 MB"),
        (feed(*[councillor(str(number), email="") for number in range(5_001)]), "more than 5,000 people"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_feed_that_is_none_is_refused_with_the_reason(content, sentence):
    with pytest.raises(FeedRefused, match=sentence):
        read(content, "moderngov")


def expected():
    """Rows of EXPECTED.csv; none where the folder is missing."""
    path = REAL / "EXPECTED.csv"
    return list(csv.DictReader(path.read_text().splitlines())) if path.exists() else [None]


@pytest.mark.parametrize("row", expected(), ids=lambda row: row and row["file"])
def test_real_feeds_count_as_expected(row):
    if row is None:
        pytest.skip("The sample feeds are not on this machine.")
    content = (REAL / row["file"]).read_bytes()
    if not int(row["councillors"]):
        with pytest.raises(FeedRefused):
            read(content, "moderngov")
        return
    found = read(content, "moderngov")
    people = found.councillors
    with_open_term = sum(any(last is None for _, last in one.terms) for one in people)
    counted = (found.wards, len(people), with_open_term, len({one.party for one in people}))
    assert counted == tuple(
        int(row[name]) for name in ("wards", "councillors", "with_open_term", "distinct_parties_raw")
    )
