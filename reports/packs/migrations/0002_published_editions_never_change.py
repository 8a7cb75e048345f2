from django.db import migrations

from corpparent.triggers import guard


class Migration(migrations.Migration):
    dependencies = [("packs", "0001_initial")]

    operations = [
        guard(
            "packs_edition",
            while_="OLD.status = 'published'",
            says="A published edition never changes. A correction is a new version of its pack.",
        ),
        guard("packs_leaf", says="A page of an edition is kept as it was first shown."),
    ]
