"""The papers that the portal writes from what stands to the left: visits, the pledge, actions,
and minutes.
"""

from reports.committees import sources
from reports.committees.sourced import actions, minutes, pledge, visits


def register_all() -> None:
    """Called once, by AppConfig.ready."""
    for subject in (visits, pledge, actions, minutes):
        sources.register(subject.SOURCE)
