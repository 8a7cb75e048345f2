from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pledges", "0002_progress_is_only_added")]

    operations = [
        migrations.AddField(
            model_name="pledgesettings",
            name="shortfall_days",
            field=models.PositiveSmallIntegerField(default=28, verbose_name="days to answer what is not good enough"),
        ),
    ]
