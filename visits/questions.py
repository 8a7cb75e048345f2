"""What a visitor is asked, read once from questions.toml."""

import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("questions.toml")


@dataclass(frozen=True)
class Question:
    """`kind` is count, choice or words. `theme`: the head under which a summary counts it, "" for none."""

    slug: str
    kind: str
    asks: str
    hint: str = ""
    choices: tuple[str, ...] = ()
    theme: str = ""
    needed: bool = False
    asked: bool = True


@dataclass(frozen=True)
class Part:
    """One page of the form: `fields` are columns of the visit that are asked on it."""

    slug: str
    title: str
    about: str
    fields: tuple[str, ...] = ()
    questions: tuple[Question, ...] = field(default=())

    @property
    def asked(self) -> list[Question]:
        """Those that are asked today; the others are there for old reports."""
        return [question for question in self.questions if question.asked]


@cache
def parts() -> dict[str, Part]:
    """The parts in their order, by slug."""
    return {one["slug"]: part_of(one) for one in tomllib.loads(FILE.read_text(encoding="utf-8"))["parts"]}


def part_of(given: dict) -> Part:
    questions = [Question(**{**one, "choices": tuple(one.get("choices", ()))}) for one in given.get("questions", ())]
    return Part(**{**given, "fields": tuple(given.get("fields", ())), "questions": tuple(questions)})


@cache
def by_slug() -> dict[str, Question]:
    """Every question there ever was."""
    return {question.slug: question for part in parts().values() for question in part.questions}


def part_with(slug: str) -> Part:
    """The part that asks the question called `slug`. Raises KeyError."""
    return next(part for part in parts().values() if any(one.slug == slug for one in part.questions))
