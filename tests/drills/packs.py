"""The invented council's figures, and a request for a pack, in a process of their own as a web worker would make it:
`python -m tests.drills.packs figures`, `python -m tests.drills.packs ask 2024-25`.
"""

import sys

import django

django.setup()

from django.utils import timezone  # noqa: E402

from corpparent.periods import Period  # noqa: E402
from reports.indicators import invented  # noqa: E402
from reports.indicators.models import Area  # noqa: E402
from reports.packs import seed, services  # noqa: E402


def figures():
    seed.council()
    seed.take_in_figures(by=None)


def ask(period):
    area = Area.objects.get(code=invented.COUNCIL.code)
    services.ask_for_pack(area=area, period=Period.parse(period), by=None, at=timezone.now())


if __name__ == "__main__":
    {"figures": figures, "ask": ask}[sys.argv[1]](*sys.argv[2:])
