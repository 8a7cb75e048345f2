"""Regions and councils of the invented England. Codes have the shape of real ones and begin with X, as none does."""

from dataclasses import dataclass

ENGLAND = ("X92000001", "England")
REGIONS = {
    "Middle Shires": ["Larchford", "Ashby Vale", "Brackenshire", "Coldharbour", "Dunmere", "Elmstow"],
    "Northern Dales": ["Fellgate", "Garthside", "Hawsby", "Inglemoor", "Kirkwater", "Lowmoor"],
    "Southern Coast": ["Marlinghurst", "Netherhaven", "Oldcastle", "Pebblesea", "Quaybridge", "Rothermouth"],
}
YEARS = range(2020, 2027)


@dataclass(frozen=True)
class Council:
    code: str
    old_code: str
    name: str
    region: tuple[str, str]
    children: int  # aged 0 to 17


def councils() -> list[Council]:
    """All 18, of differing sizes; Larchford first."""
    found = []
    for r, (region, names) in enumerate(REGIONS.items(), start=1):
        for n, name in enumerate(names, start=1):
            number = (r - 1) * 6 + n
            children = 44_000 if name == "Larchford" else 21_000 + (number * 7_919) % 60_000
            found.append(Council(f"X06{number:06}", f"{100 + number}", name, (f"X12{r:06}", region), children))
    return found


COUNCIL = councils()[0]
