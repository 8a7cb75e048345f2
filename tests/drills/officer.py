"""The invented council, its people and its published figures; prints the performance officer's address, password
and the secret of their codes."""

import django

django.setup()

from reports.packs import seed  # noqa: E402

seed.council()
passwords = {person.known_as: (person, password) for person, password in seed.people()}
officer, password = passwords["Priya"]
seed.take_in_figures(officer)
print(officer.email, password, seed.secret_of(officer.email))
