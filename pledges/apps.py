from django.apps import AppConfig


class PledgesConfig(AppConfig):
    name = "pledges"
    verbose_name = "Pledges"

    def ready(self):
        """Apps register what they add to the start page, to handing over, to copies, to sweeps and to retention."""
        register_progress()
        register_offers()
        register_pledges()
        register_actions()
        register_easy()
        register_voices()


def register_voices():
    """What was heard: whom it waits for, who goes, whose copy, how long it is kept, and what is late."""
    from corpparent import retention, sweeping
    from members import handing_over, needs, personal_data
    from pledges import handing_over_voices, keeping_voices, personal_voices, services, waiting_voices

    needs.register(waiting_voices.needs)
    handing_over.register(handing_over_voices.open_voices)
    personal_data.register("Voices you recorded or heard", personal_voices.voices)
    retention.register(keeping_voices.VOICES)
    sweeping.register(services.sweep_voices)


def register_easy():
    """Easy words and drawings: how long they are kept, and whose copy they stand in."""
    from members import personal_data
    from pledges import keeping_easy, personal_data_easy

    keeping_easy.register_all()
    personal_data.register("Easy words of pledges", personal_data_easy.easy_words)
    personal_data.register("Drawings brought", personal_data_easy.drawings)


def register_pledges():
    """Pledges to be looked at again, promises nobody answers for, tables left lying, and who signed."""
    from members import needs, personal_data
    from pledges import keeping_pledges, personal_data_pledges, waiting_pledges

    needs.register(waiting_pledges.needs)
    keeping_pledges.register_all()
    personal_data.register("Pledges you signed", personal_data_pledges.signatures)
    personal_data.register("Tables of promises you brought", personal_data_pledges.tables)


def register_progress():
    """Whom promises ask for a word, whose copy what was said stands in, and that it is kept."""
    from members import needs, personal_data
    from pledges import keeping_progress, personal_data_progress, waiting_progress

    needs.register(waiting_progress.needs)
    keeping_progress.register_all()
    personal_data.register("What you wrote down of promises", personal_data_progress.progress)


def register_offers():
    """Offers to confirm, what is not good enough to be answered, whose copy they stand in, and that they are kept."""
    from corpparent import sweeping
    from members import needs, personal_data
    from pledges import keeping_offers, personal_data_offers, services, waiting_offers

    needs.register(waiting_offers.needs)
    sweeping.register(services.sweep_offers)
    keeping_offers.register_all()
    personal_data.register("Offers you wrote", personal_data_offers.offers)
    personal_data.register("What you said is not good enough", personal_data_offers.shortfalls)


def register_actions():
    """The register: whom it waits for, who goes, whose copy, how long it is kept, and what is due or late."""
    from corpparent import retention, sweeping
    from members import handing_over, needs, personal_data
    from pledges import handing_over_actions, keeping_actions, personal_actions, services, waiting_actions

    needs.register(waiting_actions.needs)
    handing_over.register(handing_over_actions.open_actions)
    personal_data.register("Actions you own, raised or checked", personal_actions.actions)
    retention.register(keeping_actions.ACTIONS)
    sweeping.register(services.sweep_actions)
