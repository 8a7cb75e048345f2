from django.db import migrations

from corpparent.triggers import guard, refuse_insert


class Migration(migrations.Migration):
    dependencies = [("packs", "0001_initial")]

    operations = [
        guard(
            "packs_edition",
            while_="OLD.status = 'published'",
            says="A published edition never changes. A correction is a new version of its pack.",
        ),
        guard("packs_leaf", says="A page of an edition is kept as it was first shown."),
        refuse_insert(
            "packs_leaf",
            when="EXISTS (SELECT 1 FROM packs_edition WHERE id = NEW.edition_id AND status = 'published')",
            says="A published edition gets no further page.",
        ),
        guard("packs_pack", while_="OLD.facts IS NOT NULL", says="The facts of a pack are frozen once."),
    ]
