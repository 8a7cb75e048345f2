"""Whatever comes, a return is read or refused with a sentence; nothing else happens and no child is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports.indicators.files.problems import FileRefused
from reports.indicators.ssda903.measures import measure
from reports.indicators.ssda903.modules import MODULES
from reports.indicators.ssda903.reading import read
from tests.reports.indicators.ssda903 import generated

CANARY = b"CANARY903"
SOUND = {name: content.replace(b"\r\n1000", b"\r\n" + CANARY) for name, content in generated.files(children=12)}
HEADINGS = [",".join(module.columns).encode() + b"\n" for module in MODULES.values()]


def sentences(content: bytes) -> list[str]:
    """Everything that is said about a file."""
    try:
        returned = read([(CANARY.decode(), content)], 2025)
    except FileRefused as refusal:
        return [str(refusal)]
    measure(returned)
    return [str(problem) for problem in returned.problems]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SOUND)), st.floats(0, 1), st.floats(0, 1), st.binary(max_size=12))
def test_a_file_with_a_piece_replaced_names_no_child(name, start, end, piece):
    content = SOUND[name]
    first, last = sorted((int(start * len(content)), int(end * len(content))))

    damaged = content[:first] + piece + content[last:]

    assert not [sentence for sentence in sentences(damaged) if CANARY.decode() in sentence]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(HEADINGS), st.binary(max_size=300))
def test_any_bytes_below_a_heading(heading, rest):
    assert all(sentence.isprintable() for sentence in sentences(heading + rest))


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(HEADINGS), st.text(alphabet=',;"\n\r\t 0123456789/AB.', max_size=300))
def test_any_cells_below_a_heading(heading, rest):
    assert all(sentence.isprintable() for sentence in sentences(heading + rest.encode()))


@pytest.mark.parametrize("name", sorted(SOUND))
def test_a_file_cut_anywhere_is_refused_or_reported_unless_whole_rows_are_left(name):
    content = SOUND[name]
    for size in range(len(content) - 1, len(content) // 2, -37):
        cut = content[:size]
        is_whole = cut.count(b",", cut.rfind(b"\n")) == content.count(b",", 0, content.index(b"\n"))
        assert sentences(cut) or is_whole or cut.endswith(b"\n")
