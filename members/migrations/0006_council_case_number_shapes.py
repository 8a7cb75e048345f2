from django.db import migrations, models

import corpparent.identifiers.case_numbers


class Migration(migrations.Migration):
    dependencies = [
        ("members", "0005_council_began_on"),
    ]

    operations = [
        migrations.AddField(
            model_name="council",
            name="case_number_shapes",
            field=models.CharField(
                blank=True,
                help_text="One a line, # for a figure and @ for a letter, such as LC######: no free text may hold one",
                max_length=240,
                validators=[corpparent.identifiers.case_numbers.validate_shapes],
                verbose_name="how case numbers look",
            ),
        ),
    ]
