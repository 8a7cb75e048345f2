from time import process_time

import pytest

from corpparent import identifiers
from corpparent.identifiers import Kind

# Invented, from ranges that are never given out: NHS 999, telephone 01632 960, 07700 900 and 020 7946 0.
IDENTIFIERS = [
    (Kind.NHS, "999 031 5086"),
    (Kind.NHS, "999-039-2463"),
    (Kind.NHS, "9990263000"),
    (Kind.UPN, "Z632788804251"),
    (Kind.UPN, "z632 7888 04 251"),
    (Kind.NINO, "CK460767C"),
    (Kind.NINO, "ck460767c"),
    (Kind.NINO, "CH 57 73 75 B"),
    (Kind.POSTCODE, "WS1 1TP"),
    (Kind.POSTCODE, "ws11tp"),
    (Kind.POSTCODE, "EC1A 4HD"),
    (Kind.POSTCODE, "GIR 0AA"),
    (Kind.EMAIL, "niamh.k11@example.org"),
    (Kind.EMAIL, "A+B@MAIL.EXAMPLE.CO.UK"),
    (Kind.PHONE, "01632 960369"),
    (Kind.PHONE, "(01632) 960 369"),
    (Kind.PHONE, "020 7946 0018"),
    (Kind.PHONE, "07700-900-571"),
    (Kind.PHONE, "07700.900.571"),
    (Kind.PHONE, "+44 (0)7700 900571"),
    (Kind.PHONE, "00447700900571"),
    (Kind.PHONE, "016977 2345"),
    (Kind.PHONE, "+353 20 910 1234"),
    (Kind.PHONE, "０７７００ ９００５７１"),
    (Kind.PHONE, "٠٧٧٠٠ ٩٠٠٥٧١"),
    (Kind.PHONE, "07700\u00a0900\u2011571"),
    (Kind.PHONE, "0770\u00ad0 900\u200b571"),
]
DATES = [
    "12/3/2011",
    "12.03.11",
    "12 3 2011",
    "2011-03-12",
    "12 March 2011",
    "3rd of Apr ’11",
    "April 3, 2011",
    "12032011",
]
NAMED = [
    (Kind.NHS, "NHS no. {}", "999 031 5087"),
    (Kind.NHS, "NHS{}", "9990315087"),
    (Kind.UPN, "UPN: {}", "A123456789012"),
    (Kind.NINO, "NI number {}", "AB123456"),
    (Kind.NINO, "national insurance is {}", "ab 12 34 56 c"),
    (Kind.ULN, "ULN {}", "1234567890"),
    (Kind.ULN, "the learner, number {}, has left", "1234567890"),
    (Kind.DOB, "born in Larchford on {}", "12 March 2011"),
    (Kind.DOB, "(b. {})", "12/3/2011"),
    (Kind.DOB, "her birthday is {}", "12 March 2011"),
    (Kind.DOB, "Date of birth:\r\n{}", "12/3/2011"),
    (Kind.DOB, "{} (DOB)", "12/3/2011"),
    (Kind.DOB, "{} is his date of birth", "12 March 2011"),
]
HARMLESS = [
    "In 2025-26, 68% of 578 children (45.5 per cent) had one home; in 2024-25 it was 390 of 578.",
    "Section 22(1) of the Children Act 1989, regulation 44(2)(a), and NI 147 of 2009",
    "£1,234,567, £9,990,315,086 and £01632 960369",
    "12 + 34 + 56 = 102, and 1,999,031,508 in all",
    "From 01/04/2025 to 31/03/2026, 01-04-2025 to 31-03-2026, on 01.04.2025 at 10.30",
    "2025-10-01 10:30:00 and 2025-M10",
    "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11",
    "Order number 999 162 2139, asset A693428849799, purchase PO0176389375, order 1234567890",
    "Ofsted URN SC139509 a good home. Ofsted URN SC139509 A good home.",
    "Childline is 0800 1111, its partner 0808 800 5000; the council is 0300 123 4567; 116 111 is free.",
    "The WS1 area, classes B12 3rd and 4 2nd, from M1 to M6, E08000030 and E12000007, at E10 5pm",
    "GB123456A and ISBN 978-0-11-000000-0, 0.123456789012",
    "The Born into Care report of 3 October 2018. A birthday tea, and a visit on 13/5/2026.",
    "He was born in Larchford; the visit took place on 13/5/2026.",
    "Her date of birth is known. The visit took place on 13/5/2026.",
    "7, 8, 9, 10 and 01 02 03 04 05 06 07 08 09",
    "someone@school, and @larchford",
    "",
]
HOSTILE = [
    "a",
    "@",
    "a@",
    "a@a.",
    "9",
    "9 ",
    "01 ",
    "+4",
    " ",
    "\n",
    "born in ",
    "dob ",
    "1/1/11 ",
    "NHS is ",
    "AB 12 ",
]
HOSTILE += ["a'", "7 ", "0 7 ", "44 ", "turned 1 on ", "dob ......", "1 / 1 / ", "x [at] y [dot] "]
HOSTILE += ["9990315086 ", "jan 1 ", "learner ", "9\u200b", "d.o.b.", "EC1A ", "("]


def found(text):
    return [(hit.kind, text[hit.start : hit.end]) for hit in identifiers.find(text)]


@pytest.mark.parametrize(("kind", "identifier"), IDENTIFIERS)
@pytest.mark.parametrize("around", ["{}", "Spoke with staff, {}, about it.", "see ({})", "ring:{}; then\n2 more"])
def test_find_an_identifier_wherever_it_stands(kind, identifier, around):
    assert found(around.format(identifier)) == [(kind, identifier)]


@pytest.mark.parametrize("day", DATES)
def test_find_a_date_is_of_birth_only_where_it_is_said(day):
    assert found(f"DOB {day}, new to the home") == [(Kind.DOB, day)]
    assert found(f"The visit of {day} went well") == []


@pytest.mark.parametrize(("kind", "sentence", "identifier"), NAMED)
def test_find_what_is_named(kind, sentence, identifier):
    assert found(sentence.format(identifier)) == [(kind, identifier)]


@pytest.mark.parametrize("text", HARMLESS)
def test_find_nothing_in_ordinary_words_and_numbers(text):
    assert found(text) == []


def test_find_several_in_order_with_their_lines():
    text = "Met Niamh.\r\nring 07700 900571\rWS1 1TP\n\nniamh@example.org"

    hits = identifiers.find(text)

    assert [(hit.kind, hit.line) for hit in hits] == [(Kind.PHONE, 2), (Kind.POSTCODE, 3), (Kind.EMAIL, 5)]
    assert [text[hit.start : hit.end] for hit in hits] == ["07700 900571", "WS1 1TP", "niamh@example.org"]


def test_find_says_one_kind_of_what_could_be_two():
    assert found("learner 9990315086") == [(Kind.ULN, "9990315086")]
    assert found("07700900571@example.org") == [(Kind.EMAIL, "07700900571@example.org")]


@pytest.mark.parametrize("shape", HOSTILE)
def test_find_takes_time_in_proportion_to_length(shape):
    """Eight times the text would take 64 times as long if time grew with the square."""
    short, long = (shape * (size // len(shape)) for size in (10_000, 80_000))
    identifiers.find(short)
    assert seconds(long) < 30 * max(seconds(short), 0.01)


def test_find_a_megabyte_of_a_hostile_shape():
    assert len(identifiers.find("9990315086 @" * 87_382)) == 87_382


def seconds(text):
    start = process_time()
    identifiers.find(text)
    return process_time() - start
