from django.db import migrations

from corpparent.triggers import guard

class Migration(migrations.Migration):
    dependencies = [("pledges", "0001_initial")]

    operations = [
        guard("pledges_progress", says="What was said of a promise stays. A correction is a new row that names this one."),
        guard("pledges_evidence", says="Evidence stays with what was said on it."),
    ]
