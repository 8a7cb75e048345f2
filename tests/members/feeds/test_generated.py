"""Whatever the bytes: a feed, or a refusal with a sentence. Nothing else, and nothing unsound in what is kept."""

import json

from hypothesis import example, given
from hypothesis import strategies as st

from members.feeds import FeedRefused, read
from tests.members.feeds.invented import councillor, feed, table

text = st.text(max_size=60)
plain = text.filter(lambda said: not set(said) & set("<&>\r") and all(char.isprintable() for char in said))


def check(content, form):
    try:
        found = read(content, form)
    except FeedRefused:
        return
    assert found.councillors
    for one in found.councillors:
        assert one.name == one.name.strip() != ""
        assert "\0" not in one.name
        assert all(last is None or last >= first for first, last in one.terms)
        assert type(one).from_json(json.loads(json.dumps(one.as_json()))) == one


@given(content=st.binary(max_size=300), form=st.sampled_from(["moderngov", "csv"]))
@example(content=b'<?xml version="1.0" encoding="utf-16"?><a/>', form="moderngov")
@example(content=b"raw_name,raw_division\n\xff,\x81", form="csv")
def test_any_bytes(content, form):
    check(content, form)


@given(number=plain, name=plain, email=plain, first=plain, last=plain)
@example(number="1", name="Bell", email="x", first="01/01/0001", last="31/12/9999")
def test_any_text_in_a_feed(number, name, email, first, last):
    check(feed(councillor(number, name, email, terms=[(first, last)])), "moderngov")


@given(rows=st.lists(st.lists(text, min_size=7, max_size=9).map(",".join), max_size=5))
def test_any_text_in_a_table(rows):
    check(table(*rows, "LAR,Alder,1,,,Rowan Bell,Green").decode().encode("utf-8", "replace"), "csv")
