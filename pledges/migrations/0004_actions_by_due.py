from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pledges", "0003_times_to_answer_what_is_not_good_enough")]

    operations = [
        migrations.AddIndex(
            model_name="action",
            index=models.Index(
                condition=models.Q(("status__in", ["open", "to-check"])),
                fields=["due_on", "id"],
                include=("status", "access", "owner", "raised_by"),
                name="action_not_ended_by_due",
            ),
        ),
        migrations.AddIndex(
            model_name="action",
            index=models.Index(fields=["due_on", "id"], name="action_by_due"),
        ),
    ]
