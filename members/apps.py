from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = "People"

    def ready(self):
        from corpparent import identifiers, jobs, sweeping
        from members import keeping, services, waiting
        from members.facts.council import case_numbers
        from members.facts.own_words import own_words
        from members.getting_in import joined
        from members.services import retention

        identifiers.register_own(own_words)
        identifiers.register_case_numbers(case_numbers)
        joined.connect()
        keeping.register_all()
        waiting.register_all()
        jobs.register(retention.APPLY, services.apply_retention)
        jobs.register("fetch-members", services.fetch_feed)
        jobs.register("make-evidence", services.make_evidence)
        sweeping.register(services.ask_readers)
        sweeping.register(services.remind)
        sweeping.register(services.sweep_retention)
        post_migrate.connect(sync_roles, sender=self)
        post_migrate.connect(sync_duties, sender=self)


def sync_roles(**kwargs):
    """Built-in roles ship with the code, as permissions do with Django."""
    from members import services

    services.sync_roles()


def sync_duties(**kwargs):
    """Duties ship with the code; how often each is asked is the council's own from then on."""
    from members import services

    services.sync_duties()
