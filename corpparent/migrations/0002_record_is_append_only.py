from django.db import migrations

from corpparent.triggers import guard


class Migration(migrations.Migration):
    dependencies = [("corpparent", "0001_initial")]

    operations = [
        # Retention blanks the private part and its salt, and nothing else ever changes (docs/adr/0002).
        guard(
            "corpparent_event",
            may_blank=["private", "salt"],
            says="The record is append-only: an event is never changed or deleted.",
        ),
    ]
