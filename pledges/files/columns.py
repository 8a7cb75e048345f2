"""The columns of the table, as action plans of councils have them (DOMAIN, 3), and an invented row as an example."""

COLUMNS = {
    "wording": "Promise",
    "formal_wording": "Formal wording",
    "theme": "Theme",
    "principle": "Principle",
    "role": "Responsible role",
    "due_on": "Timeline",
    "linked_strategies": "Linked strategies",
    "expected_outcome": "Expected outcome",
}
NEEDED = ("wording", "theme", "principle")
ALSO = {
    "responsible officer": "role",
    "owner": "role",
    "due": "due_on",
    "by when": "due_on",
}
EXAMPLE = (
    "We will celebrate with you.",
    "The council marks birthdays and achievements of every child in its care.",
    "Ordinary life",
    "5",
    "Director of Children's Services",
    "31/03/2027",
    "Children and young people's plan",
    "No birthday passes without a card and a visit.",
)


def places_of(head: list[str]) -> dict[str, int]:
    """{name of a column: its place}, in any order; others are passed over. What is missing is not there."""
    names = {title.casefold(): name for name, title in COLUMNS.items()} | ALSO
    found: dict[str, int] = {}
    for place, cell in enumerate(head):
        name = names.get(" ".join(cell.casefold().replace("_", " ").split()))
        if name and name not in found:
            found[name] = place
    return found
