from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    """Rate limits count in the database, so that all workers share them without another server."""
    call_command("createcachetable", database=schema_editor.connection.alias, verbosity=0)


class Migration(migrations.Migration):
    dependencies = [("corpparent", "0002_record_is_append_only")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
