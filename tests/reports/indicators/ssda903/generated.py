"""An invented return of any size, plausible and the same every time: for tests of order and for the bench."""

import random
from datetime import date, timedelta

from reports.indicators.ssda903.modules import MODULES

ETHNIC = ["WBRI"] * 6 + ["MWBC", "APKN", "BAFR", "BCRB", "OOTH"]
HOMES = ["U1", "U4", "U4", "U4", "U6", "U6", "U6", "U6", "U3", "K2", "P1"]
LAWS = ["C1", "C2", "C2", "C2", "V2"]
LEFT = ["E4A", "E4B", "E13", "E48", "E3"]
LEAVERS = [("YES", "F1", "U1"), ("YES", "F5", "D1"), ("YES", "P2", "E1"), ("YES", "G5", "W2"), ("YES", "F2", "G1")]
LEAVERS += [("YES", "G4", "U1"), ("YES", "F4", "B1"), ("NO", "0", "0"), ("REFU", "0", "0")]
MADE = ("header", "episodes", "reviews", "uasc", "oc2", "oc3", "missing", "sw_episodes")

Rows = dict[str, list[list[str]]]


def files(children: int = 2500, year: int = 2025, seed: int = 903) -> list[tuple[str, bytes]]:
    """The files (name, content) of a return with about four episodes a child."""
    return [(f"{key}.csv", as_csv(key, rows)) for key, rows in tables(children, year, seed).items()]


def as_csv(key: str, rows: list[list[str]]) -> bytes:
    """A heading and `rows`, as a spreadsheet would save them."""
    lines = [",".join(MODULES[key].columns), *(",".join(row) for row in rows)]
    return ("\r\n".join(lines) + "\r\n").encode()


def tables(children: int, year: int, seed: int) -> Rows:
    """Rows by module, as text."""
    draw = random.Random(seed)
    made: Rows = {key: [] for key in MADE}
    for number in range(children):
        Child(made, draw, f"{100_000 + number * 7}", year).add()
    for number in range(children // 5):
        born = written(day_between(draw, date(year - 22, 4, 1), date(year - 18, 3, 31)))
        made["header"].append([f"9{number:05}", draw.choice("MF"), born, draw.choice(ETHNIC), upn(draw), "", ""])
        made["oc3"].append([f"9{number:05}", born, *draw.choice(LEAVERS)])
    return made


class Child:
    """One child, added to every module that knows of them."""

    def __init__(self, made: Rows, draw: random.Random, name: str, year: int) -> None:
        self.made, self.draw, self.name = made, draw, name
        self.starts_on, self.ends_on = date(year - 1, 4, 1), date(year, 3, 31)
        self.born = day_between(draw, date(year - 17, 4, 1), self.ends_on - timedelta(days=400))
        earliest = max(self.born, self.starts_on - timedelta(days=1500))
        self.came = day_between(draw, earliest, self.ends_on - timedelta(days=40))
        self.leaves = draw.random() < 0.25
        self.left = day_between(draw, self.ends_on - timedelta(days=9), self.ends_on) if self.leaves else None
        self.first = max(self.came, self.starts_on) + timedelta(days=1)
        self.last = self.ends_on - timedelta(days=10)

    @property
    def age(self) -> int:
        return self.ends_on.year - self.born.year - ((self.born.month, self.born.day) > (3, 31))

    def row(self, key: str, *cells: str) -> None:
        self.made[key].append([self.name, written(self.born), *cells])

    def add(self) -> None:
        draw, sex = self.draw, self.draw.choice("MF")
        self.made["header"].append([self.name, sex, written(self.born), draw.choice(ETHNIC), upn(draw), "", ""])
        self.add_episodes()
        self.add_workers()
        for reviewed in self.days(2):
            taken = draw.choice(["PN1", "PN2", "PN3", "PN5", "PN7"])
            is_small = (reviewed - self.born).days < 1461
            self.row("reviews", written(reviewed), "PN0" if is_small else taken)
        if self.came <= self.starts_on and not self.leaves:
            self.add_health()
        if self.age >= 15 and draw.random() < 0.3:
            self.made["uasc"].append([self.name, sex, written(self.born), written(birthday(self.born, 18))])
        if draw.random() < 0.1:
            began = self.days(1)[0]
            self.row("missing", draw.choice("MMMA"), written(began), written(began + timedelta(days=2)))

    def days(self, number: int) -> list[date]:
        """So many days or fewer, in order, on which the child was in care in the year."""
        return sorted({day_between(self.draw, self.first, self.last) for _ in range(number)})

    def add_episodes(self) -> None:
        """Two to six episodes, one after the other, all open at some time in the year."""
        law, home = self.draw.choice(LAWS), self.home()
        begins = [self.came, *self.days(self.draw.randrange(1, 6))]
        for number, began in enumerate(begins):
            reason = self.draw.choice("LPPPB") if number else "S"
            if reason in "LB":
                law = self.draw.choice([other for other in LAWS if other != law])
            if reason in "PB":
                home = self.home()
            is_last = number + 1 == len(begins)
            ended = self.left if is_last else begins[number + 1]
            why = ("" if ended is None else self.draw.choice(LEFT)) if is_last else "X1"
            moves = "" if is_last else "CARPL"
            cells = [written(began), reason, law, "N1", home[0], home[1], written(ended), why, moves, "AB1 2CD"]
            self.made["episodes"].append([self.name, *cells, home[2], home[3]])

    def home(self) -> list[str]:
        """Kind, provider, postcode and number of another home."""
        kind = self.draw.choice([*HOMES, "K3"] if self.age >= 17 else HOMES)
        provider = "PR0" if kind == "P1" else self.draw.choice(["PR1", "PR1", "PR4"])
        urn = "" if kind == "P1" else f"{self.draw.randrange(1_000_000, 9_999_999)}"
        return [kind, provider, f"AB{self.draw.randrange(1, 30)} 1EF", urn]

    def add_workers(self) -> None:
        """One to three social workers, one after the other."""
        begins = [max(self.came, self.starts_on), *self.days(self.draw.randrange(3))]
        for number, began in enumerate(begins):
            ended = begins[number + 1] if number + 1 < len(begins) else None
            worker = f"SW{self.draw.randrange(3000):04}"
            self.row("sw_episodes", worker, written(began), written(ended), "LEFTRL" if number else "MANAGE")

    def add_health(self) -> None:
        """A row of OC2 with the answers that are asked at the child's age."""
        draw, age = self.draw, self.age
        has_score = 4 <= age <= 16 and draw.random() < 0.8
        score = str(draw.randrange(30)) if has_score else ""
        reason = "SDQ2" if 4 <= age <= 16 and not has_score else ""
        yes = {share: str(int(draw.random() < share)) for share in (0.04, 0.8, 0.85, 0.75, 0.9, 0.05)}
        convicted, checked = yes[0.04] if age >= 10 else "", yes[0.8] if age <= 4 else ""
        help_given = ["1", ""] if yes[0.05] == "1" else ["", ""]
        self.row("oc2", score, reason, convicted, checked, yes[0.85], yes[0.75], yes[0.9], yes[0.05], *help_given)


def day_between(draw: random.Random, first: date, last: date) -> date:
    """Any day from `first` to `last`, both included."""
    return first + timedelta(days=draw.randrange((last - first).days + 1))


def birthday(born: date, age: int) -> date:
    return born.replace(year=born.year + age, day=min(born.day, 28))


def upn(draw: random.Random) -> str:
    return f"A{draw.randrange(10**12):012}"


def written(day: date | None) -> str:
    return day.strftime("%d/%m/%Y") if day else ""
