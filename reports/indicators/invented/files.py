"""Writes the invented England as the files that the DfE would publish."""

import csv
import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

from reports.indicators.invented import drawing, shares
from reports.indicators.invented.areas import ENGLAND, YEARS, Council, councils
from reports.indicators.invented.drawing import Counts, luck_of, progress
from reports.indicators.rounding import half_up

GEOGRAPHY = [
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "la_name",
    "new_la_code",
]


def write(folder: Path, seed: int = 1) -> list[Path]:
    """Write all files into `folder`, which exists; statistics first, neighbours last. Returns their paths."""
    return [
        table(folder / "invented_numbers_and_rates.csv", ["population_type"], RATE, drawing.numbers, seed),
        table(
            folder / "invented_stability.csv", ["cla_group", "placement_stability"], CHILDREN, drawing.stability, seed
        ),
        table(
            folder / "invented_homes_of_care_leavers.csv",
            ["care_leaver_age", "breakdown"],
            LEAVERS,
            drawing.homes,
            seed,
        ),
        table(
            folder / "invented_activity_of_care_leavers.csv",
            ["care_leaver_age", "breakdown"],
            LEAVERS,
            drawing.activity,
            seed,
        ),
        table(
            folder / "invented_health_and_convictions.csv",
            ["characteristic", "breakdown"],
            CHILDREN,
            drawing.health,
            seed,
        ),
        adoption(folder / "invented_adoption_stages.csv"),
        neighbours(folder / "invented_neighbours.csv"),
    ]


RATE = ["population_estimate", "children_count", "rate_per_10000"]
CHILDREN = ["children_count", "children_percent"]
LEAVERS = ["care_leaver_count", "care_leaver_percent"]

Draw = Callable[[Council, int, random.Random], Counts]


def table(path: Path, filters: list[str], values: list[str], draw: Draw, seed: int) -> Path:
    """One file: every council as drawn; regions and England their sums, counts rounded to 10 as the DfE does."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*GEOGRAPHY, *filters, *values])
        for year in YEARS:
            drawn = {council: draw(council, year, luck_of(seed, path.name, council, year)) for council in councils()}
            for geography, counts, is_sum in with_sums(drawn):
                for key, (count, whole) in counts.items():
                    cells = (
                        rate_cells(count, whole, is_sum) if values is RATE else share_cells(count, whole, is_sum, key)
                    )
                    writer.writerow([year, "Reporting year", *geography, *key, *cells])
    return path


def with_sums(drawn: dict[Council, Counts]) -> Iterator[tuple[list[str], Counts, bool]]:
    """Geography columns and counts: England, then regions, then councils; whether they are sums."""
    yield ["National", *ENGLAND, "", "", "", "", ""], added(list(drawn.values())), True
    for region in dict.fromkeys(council.region for council in drawn):
        inside = [counts for council, counts in drawn.items() if council.region == region]
        yield ["Regional", *ENGLAND, *region, "", "", ""], added(inside), True
    for council, counts in drawn.items():
        yield (
            ["Local authority", *ENGLAND, *council.region, council.old_code, council.name, council.code],
            counts,
            False,
        )


def added(many: list[Counts]) -> Counts:
    return {key: (sum(c[key][0] for c in many), sum(c[key][1] for c in many)) for key in many[0]}


def share_cells(count: int, whole: int, is_sum: bool, key: tuple[str, ...]) -> list[object]:
    """Count and whole per cent; a council's count of 1 to 5 is `c`, as the DfE hides it in most files."""
    if key[-1] == "SDQ average score":
        return [half_up_text(count, whole, 1, decimals=1), "z"]
    if not is_sum and 0 < count < 6:
        return ["c", "c"]
    return [round(count, -1) if is_sum else count, half_up_text(count, whole, 100) if whole else "z"]


def rate_cells(count: int, children: int, is_sum: bool) -> list[object]:
    return [children, round(count, -1) if is_sum else count, half_up_text(count, children, 10_000)]


def half_up_text(count: int, whole: int, multiplier: int, decimals: int = 0) -> str:
    return f"{half_up(Decimal(count * multiplier) / Decimal(whole), decimals)}"


def adoption(path: Path) -> Path:
    """England alone, by the child's age on coming into care: times as "01:07", one year and seven months."""
    ages = ["Aged under 1", "Aged 1", "Aged 2", "Aged 3", "Aged 4", "Aged 5", "Aged 6", "Aged 7 and over", "Total"]
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow([*GEOGRAPHY[:5], "cla_group", "stage_of_adoption_process", "age_start_poc", "number"])
        for year in YEARS:
            for stage, months in shares.STAGES.items():
                for n, age in enumerate(ages):
                    time = round(months * (1 + 0.06 * (n - 3) * (age != "Total")) * (1 + 0.08 * progress(year)))
                    time_text = f"{time // 12:02}:{time % 12:02}"
                    row = [year, "Reporting year", "National", *ENGLAND]
                    writer.writerow([*row, "Age on starting final period of care", stage, age, time_text])
    return path


def neighbours(path: Path) -> Path:
    """Ten statistical neighbours for every council: those nearest in size."""
    everybody = councils()
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        head = [word for rank in range(1, 11) for word in (f"SN_{rank}", f"SN_{rank}P")]
        writer.writerow(["old_la_code", "la_name", "region_ind", "region_name", *head])
        for council in everybody:
            others = sorted((o for o in everybody if o != council), key=lambda o: abs(o.children - council.children))
            close = ["Close"] * 5 + ["Somewhat close"] * 5
            cells = [word for other, how in zip(others, close, strict=False) for word in (other.old_code, how)]
            writer.writerow([council.old_code, council.name, council.region[0][-1], council.region[1], *cells])
    return path
