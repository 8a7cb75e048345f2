from django.apps import AppConfig


class PacksConfig(AppConfig):
    name = "reports.packs"
    label = "packs"
    verbose_name = "Quality packs"

    def ready(self):
        from corpparent import jobs
        from members import needs
        from reports.packs import as_paper, keeping, services, waiting

        jobs.register(services.BUILD, services.build)
        needs.register(waiting.needs)
        keeping.register_all()
        as_paper.register_source()
