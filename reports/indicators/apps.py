from django.apps import AppConfig


class IndicatorsConfig(AppConfig):
    name = "reports.indicators"
    label = "indicators"
    verbose_name = "Figures"
