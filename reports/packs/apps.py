from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "reports.packs"
    label = "packs"
    verbose_name = "Quality packs"
