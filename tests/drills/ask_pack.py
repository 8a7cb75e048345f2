"""Take in the invented council's figures and ask for its pack, in a process of its own."""

import django

django.setup()

from reports.packs import seed  # noqa: E402

seed.council()
officer = next(person for person, _ in seed.people() if person.known_as == "Priya")
seed.take_in_figures(officer)
seed.ask_for_pack(officer)
