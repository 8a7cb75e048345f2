"""What visits to homes found, as a pack freezes it: the issued summaries of its period, and no word anybody wrote."""

from typing import Any

from corpparent.periods import Period
from visits.facts import readers
from visits.models import VisitSummary

# For those who see reports, on their page alone: packs are read by everybody with an appointment.
NOT_IN_PACKS = ("celebrate", "change_first", "told_words")


def visited(period: Period) -> dict[str, Any]:
    """{quarters: [{code, exempt, public}], missing: [codes of quarters of which none was issued]}, JSON-ready.

    `exempt` knows homes by alias and Ofsted number, `public` none (visits.facts.summaries). One query, and one more
    for each summary.
    """
    issued = readers.newest_in(period)
    codes = {one.quarter for one in issued}
    return {
        "quarters": [quarter_of(one) for one in issued],
        "missing": [code for code in readers.quarters_in(period) if code not in codes],
    }


def quarter_of(summary: VisitSummary) -> dict[str, Any]:
    homes = [{name: home[name] for name in home if name not in NOT_IN_PACKS} for home in summary.facts["homes"]]
    exempt = {name: summary.facts[name] for name in summary.facts if name not in ("homes", "counted")}
    return {"code": summary.quarter, "exempt": exempt | {"homes": homes}, "public": readers.public_of(summary)}


def for_everybody(told: dict[str, Any]) -> dict[str, Any]:
    """The same without what knows homes."""
    return told | {"quarters": [{"code": one["code"], "public": one["public"]} for one in told["quarters"]]}
