from django.apps import AppConfig
from django.db.models.signals import post_migrate


class IndicatorsConfig(AppConfig):
    name = "reports.indicators"
    label = "indicators"
    verbose_name = "Figures"

    def ready(self):
        from corpparent import jobs, sweeping
        from members import handing_over as work
        from members import needs
        from members import personal_data as copies
        from reports.indicators import handing_over, keeping, personal_data, services, waiting, waiting_own

        post_migrate.connect(sync_registry, sender=self)
        jobs.register("read-import", services.read_upload)
        jobs.register("take-in-import", services.take_in_upload)
        needs.register(waiting.needs)
        sweeping.register(services.wipe_returns)
        keeping.register_all()
        needs.register(waiting_own.needs)
        work.register(handing_over.open_targets)
        copies.register("Targets answered for", personal_data.targets)
        copies.register("Written about figures", personal_data.commentaries)


def sync_registry(**kwargs):
    """Definitions ship with the code, as permissions do with Django."""
    from reports.indicators import services

    services.sync_registry()
