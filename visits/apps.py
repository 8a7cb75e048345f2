from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "visits"
    verbose_name = "Visits"

    def ready(self):
        """What this app adds to the start page, to copies, to sweeps and to retention."""
        register_needs()
        register_copies()
        register_keeping()
        register_sweeps()


def register_needs():
    """Whom something waits for."""
    from members import needs
    from visits.waiting import points

    for subject in (points,):
        needs.register(subject.needs)


def register_copies():
    """Where somebody finds what the portal holds of them."""
    from members import personal_data as copies
    from visits.personal_data import visits

    copies.register("Visits you made", visits.visits)
    copies.register("Points you answered for a home", visits.answers)


def register_keeping():
    """How long rows are kept."""
    from visits.keeping import visits

    visits.register_all()


def register_sweeps():
    """What is due or late, asked for every half minute."""
    from corpparent import sweeping
    from visits import services

    for sweep in (services.sweep_answers,):
        sweeping.register(sweep)
