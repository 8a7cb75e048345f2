from django.db import migrations

from corpparent.triggers import guard


class Migration(migrations.Migration):
    dependencies = [("committees", "0003_own_papers_are_read_on_their_page")]

    operations = [
        guard(
            "committees_paper",
            while_="OLD.published_at IS NOT NULL",
            may_blank=["file_id"],
            # Who may see it, and why; that it was withdrawn or replaced.
            may_change=[
                *("access", "public_title", "paragraphs", "interest", "review_on"),
                *("withdrawn_because", "replaced_at", "version"),
            ],
            says="A published paper never changes. A new edition replaces it.",
        ),
    ]
