"""Statements and evidence files on paper: HTML from the house's templates, printed by corpparent.paper."""

from django.template.loader import render_to_string

from corpparent import paper
from members.duties.telling import TAGS
from members.facts.evidence import COLUMNS, Evidence
from members.facts.statements import Told
from members.words import glance


def statement_pdf(told: Told, *, pine: str) -> paper.Paper:
    """One person's statement: one page that an inspector reads in a minute."""
    context = {"told": told, "pine": pine, "words": glance()}
    return paper.pdf(render_to_string("members/statement/paper.html", context), assets=[paper.FONTS])


def evidence_pdf(told: Evidence) -> paper.Paper:
    """The evidence file of a year: cover, the duties counted, a part for each person, and how it was made."""
    head = ["Duty", "Owed by", *(TAGS[state][1] for state in COLUMNS)]
    context = {"told": told, "pine": told.pine, "head": head, "words": glance()}
    return paper.pdf(render_to_string("members/evidence/paper.html", context), assets=[paper.FONTS])
