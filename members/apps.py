from django.apps import AppConfig
from django.db.models.signals import post_migrate


class MembersConfig(AppConfig):
    name = "members"
    verbose_name = "People"

    def ready(self):
        post_migrate.connect(sync_roles, sender=self)


def sync_roles(**kwargs):
    """Built-in roles ship with the code, as permissions do with Django."""
    from members import services

    services.sync_roles()
