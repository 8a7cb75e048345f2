from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "pledges"
    verbose_name = "Pledges"

    def ready(self):
        """What this app adds to the start page, to handing over, to copies, to sweeps and to retention."""
        register_needs()
        register_copies()
        register_keeping()
        register_sweeps()
        register_links()


def register_needs():
    """Whom something waits for, and what goes to a successor."""
    from members import handing_over as work
    from members import needs
    from pledges import handing_over, waiting

    for subject in (waiting.progress, waiting.offers, waiting.pledges, waiting.actions, waiting.voices):
        needs.register(subject.needs)
    work.register(handing_over.actions.open_actions)
    work.register(handing_over.voices.open_voices)


def register_copies():
    """Where somebody finds what the portal holds of them."""
    from members import personal_data as copies
    from pledges import personal_data

    copies.register("What you wrote down of promises", personal_data.progress.progress)
    copies.register("Offers you wrote", personal_data.offers.offers)
    copies.register("What you said is not good enough", personal_data.offers.shortfalls)
    copies.register("Pledges you signed", personal_data.pledges.signatures)
    copies.register("Tables of promises you brought", personal_data.pledges.tables)
    copies.register("Actions you own, raised or checked", personal_data.actions.actions)
    copies.register("Easy words of pledges", personal_data.easy.easy_words)
    copies.register("Drawings brought", personal_data.easy.drawings)
    copies.register("Voices you recorded or heard", personal_data.voices.voices)


def register_keeping():
    """How long rows are kept."""
    from corpparent import retention
    from pledges import keeping

    keeping.progress.register_all()
    keeping.offers.register_all()
    keeping.pledges.register_all()
    retention.register(keeping.actions.ACTIONS)
    keeping.easy.register_all()
    retention.register(keeping.voices.VOICES)


def register_sweeps():
    """What is due or late, asked for every half minute."""
    from corpparent import sweeping
    from pledges import services

    for sweep in (services.sweep_offers, services.sweep_actions, services.sweep_voices):
        sweeping.register(sweep)


def register_links():
    """What one can do about a figure, on its page."""
    from pledges.showing import shortfalls
    from reports.indicators import beside

    beside.register(shortfalls.of_figure)
