"""The register of plans and analyses of needs in the invented council."""

import tomllib
from pathlib import Path

from reports.committees import services
from visits.invented.people import day, somebody

FILE = Path(__file__).with_name("plans.toml")
RECORDED = -40  # days from today


def record() -> None:
    for row in tomllib.loads(FILE.read_text(encoding="utf-8"))["plans"]:
        fields = {name: row[name] for name in ("kind", "title", "partners", "reflects") if name in row}
        fields |= {"agreed_on": day(row["agreed"]).date(), "due_on": day(row["due"]).date()}
        owner = somebody(row["owner"])
        services.record_plan(owner=owner, by=owner, at=day(RECORDED), **fields)
