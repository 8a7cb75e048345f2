from django.apps import AppConfig


class CorpparentConfig(AppConfig):
    name = "corpparent"
    verbose_name = "The project"

    def ready(self):
        from corpparent import jobs, keeping, notices, sweeping

        jobs.register(notices.SEND, notices.send_notices)
        sweeping.register(notices.ask_to_send)
        keeping.register_all()
