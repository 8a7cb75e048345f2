from django.db import migrations

from corpparent.triggers import guard


class Migration(migrations.Migration):
    dependencies = [("committees", "0001_initial")]

    operations = [
        guard(
            "committees_publication",
            while_="OLD.published_at IS NOT NULL",
            says="What was published of a meeting never changes. A supplement follows it.",
        ),
        guard(
            "committees_agendapack",
            may_blank=["file_id"],
            says="A published pack never changes. A supplement follows it.",
        ),
        guard("committees_minutechange", says="How a minute read before stays as it was."),
    ]
