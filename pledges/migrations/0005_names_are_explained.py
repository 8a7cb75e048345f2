from django.db import migrations, models

from corpparent.triggers import guard

MODELS = (
    "action",
    "actionnote",
    "commitment",
    "drawing",
    "easyread",
    "measure",
    "offer",
    "pledge",
    "progress",
    "promise",
    "shortfall",
    "signature",
)
# A table is made anew with its column where the database is SQLite: what guards it is put back.
PROGRESS = guard("pledges_progress", says="What was said of a promise stays. A correction is a new row that names this one.")


def explained(model: str) -> migrations.AddField:
    reason = models.CharField(
        blank=True,
        default="",
        help_text="Of a place or an office; never a child",
        max_length=200,
        verbose_name="why the names in it may stand",
    )
    return migrations.AddField(model, "names_explained", reason, preserve_default=False)


class Migration(migrations.Migration):
    dependencies = [("pledges", "0004_actions_by_due")]

    operations = [
        migrations.RunPython(PROGRESS.reverse_code, PROGRESS.code),
        *map(explained, MODELS),
        PROGRESS,
    ]
