from django.apps import AppConfig


class CorpparentConfig(AppConfig):
    name = "corpparent"
    verbose_name = "The project"
