"""Level belongs to the appointment: those made before take it from their role."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def take_level_from_role(apps, schema_editor):
    role = apps.get_model("members", "Role").objects.filter(pk=OuterRef("role"))
    apps.get_model("members", "Appointment").objects.update(level=Subquery(role.values("level")))


class Migration(migrations.Migration):
    dependencies = [("members", "0003_people_bodies_and_duties")]
    operations = [migrations.RunPython(take_level_from_role, migrations.RunPython.noop)]
