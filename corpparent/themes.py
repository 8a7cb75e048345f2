"""The one list of themes, and the one of principles, in the whole portal.

Themes: the heads under which councillors ask "Would this be good enough for my own child?", after the areas of the
councillors' guide by LGA, NCB and CfPS ("10 questions", 2012). The prompts are our own words.
"""

from dataclasses import dataclass

QUESTION = "Would this be good enough for my own child?"


@dataclass(frozen=True)
class Theme:
    """One head: `slug` for addresses and rows, `title` for headings, `about` in a line, `prompts` to be asked aloud."""

    slug: str
    title: str
    about: str
    prompts: tuple[str, ...]


@dataclass(frozen=True)
class Principle:
    """One of the seven corporate parenting principles. Source: Children and Social Work Act 2017, section 1(1)."""

    number: int
    title: str


THEMES = (
    Theme(
        "settled-home",
        "A settled home",
        "Where our children live, how near, and how long they stay.",
        (
            "Would I let my child move as often as ours do, and how much warning do they get?",
            "Could I explain to this child why they live so far away?",
            "Are brothers and sisters kept together as I would insist?",
            "Do belongings travel in proper bags?",
            "What happened the last three times a child's home broke down?",
            "Which children do not yet have a plan for where they will live next year?",
            "Would I sleep well here?",
        ),
    ),
    Theme(
        "safety",
        "Safety",
        "Whether our children are safe, and who notices when they are not.",
        (
            "Do we know where every child was last night?",
            "Who listens to a child who has been missing, and what changed afterwards?",
            "Are the police called where a parent would not call them?",
            "Which homes would I not choose, and do any of our children live there?",
            "How do we know what life is like in homes outside our area?",
            "What did we learn the last time a child was restrained?",
        ),
    ),
    Theme(
        "health",
        "Health",
        "Check-ups, teeth, injections, feelings, and help when it is needed.",
        (
            "Would I wait this long for a dentist, or for somebody to talk to?",
            "For each health check that was missed, does somebody know whose it is and when it will be?",
            "What do the strengths and difficulties scores say over time, and who acts on them?",
            "Can a teenager say no to an appointment without being labelled?",
            "Can carers get help in the middle of the night?",
        ),
    ),
    Theme(
        "education",
        "Education",
        "School, learning, and somebody who is proud of it.",
        (
            "Would I accept this school for my child?",
            "Who turns up to parents' evening?",
            "How many of our children are at school for only part of the week?",
            "What can we see that pupil premium has changed?",
            "When a child is sent home from school, do we argue their case as I would?",
            "Who celebrates their results?",
        ),
    ),
    Theme(
        "being-heard",
        "Being heard",
        "What children tell us, and what we do about it.",
        (
            "What have children told us this quarter, and what did we do about it?",
            "Who never gets heard: disabled children, little ones, those who live far away?",
            "How easy is it for a child to complain?",
            "Do children choose the time and place of their review, and who is there?",
            "How many know that an advocate would speak up for them?",
            "Would our children recognise our pledge?",
        ),
    ),
    Theme(
        "people-who-matter",
        "People who matter",
        "Family, friends, and adults who stay.",
        (
            "How many new adults has this child had to get to know this year?",
            "Is family time as good as it could be?",
            "Have we got culture, faith, language, hair and food right?",
            "Who will they ring when they are 25?",
            "Can friends come to stay?",
            "Are there photographs, and a story of their life so far?",
        ),
    ),
    Theme(
        "ordinary-life",
        "Ordinary life",
        "Trips, hobbies, birthdays, and being like everybody else.",
        (
            "Can they go on a school trip without a committee having to agree?",
            "Which hobby do we pay for?",
            "Who makes a fuss of their birthday?",
            "What stops them from being like everybody else in their class?",
        ),
    ),
    Theme(
        "growing-up",
        "Growing up",
        "Leaving care when ready, with a home, money, work and somebody to turn to.",
        (
            "Would I ask my own child to leave home at 18?",
            "Is their first flat somewhere I would happily visit?",
            "Who helps with money, tax, a tenancy, driving, and proof of who they are?",
            "Do we give them jobs, and put them first for housing?",
            "What help goes on after prison, after becoming a parent, or through illness?",
        ),
    ),
    Theme(
        "adoption-and-fostering",
        "Adoption and fostering",
        "How long children wait for a family, and how families are looked after.",
        (
            "How long do children wait for a family, and why?",
            "Do our foster carers stay, and if they leave, why?",
            "Is there real help for a family after adoption?",
        ),
    ),
    Theme(
        "workforce",
        "The people who look after our children",
        "Social workers, carers and staff: enough of them, and long enough.",
        (
            "Would I be content for my child's social worker to change this often?",
            "Do workers have time to get to know the child?",
            "What do staff tell us they need?",
        ),
    ),
    Theme(
        "council-as-parent",
        "The council as parent",
        "What councillors, services and partners do, and whether promises are kept.",
        (
            "What did the decision in this report do for our children?",
            "What has each part of the council offered?",
            "Which partner is missing?",
            "Did every councillor train, visit, and meet young people?",
            "Were last year's promises kept, and who says so?",
            "If I were that child, would it have been good enough for me?",
        ),
    ),
)

PRINCIPLES = (
    Principle(1, "Act in their best interests, and for their health and wellbeing"),
    Principle(2, "Encourage them to say what they think, wish and feel"),
    Principle(3, "Take account of what they think, wish and feel"),
    Principle(4, "Help them to reach and use the services they need"),
    Principle(5, "Hope for the best for them, and help them to reach it"),
    Principle(6, "Keep them safe, and their homes, relationships, learning and work steady"),
    Principle(7, "Prepare them for adult life and living on their own"),
)

BY_SLUG = {theme.slug: theme for theme in THEMES}


def theme(slug: str) -> Theme:
    """The theme of `slug`. Raises KeyError with the slugs that there are."""
    if slug not in BY_SLUG:
        raise KeyError(f"“{slug}” is not a theme. The themes are {', '.join(BY_SLUG)}.")
    return BY_SLUG[slug]


def choices() -> list[tuple[str, str]]:
    """(slug, title) pairs in their order, for a model field or a form."""
    return [(theme.slug, theme.title) for theme in THEMES]
