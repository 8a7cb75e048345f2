"""The check against lines of our own, invented and varied: `lines.txt` marks what is to be found as [kind:text]."""

import re
from pathlib import Path

import pytest

from corpparent.identifiers import Kind, find, find_names
from corpparent.identifiers.scoring import LEAST_PRECISION, LEAST_RECALL, scores

LINES = Path(__file__).with_name("lines.txt").read_text(encoding="utf-8").split("\n")
MARK = re.compile(rf"\[(?P<kind>{'|'.join(Kind)}):(?P<text>(?:[^\[\]]|\[(?:at|dot)\])+)\]")


def sentence(line):
    """The line without its marks, and the spans they stood around."""
    text, spans, done = "", [], 0
    for mark in MARK.finditer(line):
        text += line[done : mark.start()]
        spans.append({"kind": mark["kind"], "start": len(text), "end": len(text) + len(mark["text"])})
        text += mark["text"]
        done = mark.end()
    return {"text": text + line[done:], "spans": spans}


SENTENCES = [sentence(line) for line in LINES if line]


def test_lines_are_many():
    assert len(SENTENCES) >= 600


def test_lines_structured_kinds_found_well_enough():
    score = scores(SENTENCES)["structured"]
    assert (score.recall >= LEAST_RECALL, score.precision >= LEAST_PRECISION) == (True, True), "\n".join(missed())


@pytest.mark.parametrize("kind", ["name", "address"])
def test_lines_likelihoods_are_warned_of_rightly(kind):
    """Most are found, and a warning is seldom wrong."""
    score = scores(SENTENCES)[kind]
    assert score.recall >= 0.9
    assert score.precision >= 0.95


def missed():
    """The lines in which something else was found than is marked."""
    for each in SENTENCES:
        hits = [*find(each["text"]), *find_names(each["text"])]
        given = {(hit.kind.value, hit.start, hit.end) for hit in hits}
        wanted = {(span["kind"], span["start"], span["end"]) for span in each["spans"]}
        if given != wanted:
            yield f"{each['text']}  wanted {wanted - given or '-'}, also found {given - wanted or '-'}"
