from django.apps import AppConfig
from django.db.models.signals import post_migrate


class IndicatorsConfig(AppConfig):
    name = "reports.indicators"
    label = "indicators"
    verbose_name = "Figures"

    def ready(self):
        from corpparent import jobs, sweeping
        from members import needs
        from reports.indicators import services, waiting, waiting_own

        post_migrate.connect(sync_registry, sender=self)
        jobs.register("read-import", services.read_upload)
        jobs.register("take-in-import", services.take_in_upload)
        needs.register(waiting.needs)
        sweeping.register(services.wipe_returns)
        needs.register(waiting_own.needs)


def sync_registry(**kwargs):
    """Definitions ship with the code, as permissions do with Django."""
    from reports.indicators import services

    services.sync_registry()
