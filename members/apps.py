from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = "People"

    def ready(self):
        from corpparent import jobs, sweeping
        from members import (
            duty_needs,
            getting_in,
            keeping,
            needs,
            services,
            waiting,
            waiting_feeds,
            waiting_learning,
            waiting_retention,
        )
        from members.services import retention

        post_migrate.connect(sync_roles, sender=self)
        getting_in.connect()
        keeping.register_all()
        jobs.register(retention.APPLY, services.apply_retention)
        needs.register(waiting_retention.needs)
        needs.register(waiting.needs)
        jobs.register("fetch-members", services.fetch_feed)
        post_migrate.connect(sync_duties, sender=self)
        needs.register(duty_needs.needs)
        jobs.register("make-evidence", services.make_evidence)
        needs.register(waiting_learning.needs)
        needs.register(waiting_feeds.needs)
        sweeping.register(services.ask_readers)
        sweeping.register(services.remind)
        sweeping.register(services.sweep_retention)


def sync_roles(**kwargs):
    """Built-in roles ship with the code, as permissions do with Django."""
    from members import services

    services.sync_roles()


def sync_duties(**kwargs):
    """Duties ship with the code; how often each is asked is the council's own from then on."""
    from members import services

    services.sync_duties()
