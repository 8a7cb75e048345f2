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
    from visits.waiting import points, rota, summaries

    for subject in (points, rota, summaries):
        needs.register(subject.needs)


def register_copies():
    """Where somebody finds what the portal holds of them."""
    from members import personal_data as copies
    from visits.personal_data import homes, rota, summaries, visits

    copies.register("What you wrote down of homes", homes.findings)
    copies.register("Visits you made", visits.visits)
    copies.register("Points you answered for a home", visits.answers)
    copies.register("Visits you were asked to make", rota.turns)
    copies.register("Conflicts with homes you declared", rota.conflicts)
    copies.register("Your calendar of visits", rota.calendar)
    copies.register("Summaries of visits you were asked to read", summaries.asked)
    copies.register("Summaries of visits you issued", summaries.issued)


def register_keeping():
    """How long rows are kept."""
    from visits.keeping import visits

    visits.register_all()


def register_sweeps():
    """What is due or late, asked for every half minute."""
    from corpparent import sweeping
    from visits import services

    sweeps = (
        services.sweep_answers,
        services.sweep_rota,
        services.sweep_inspections,
        services.sweep_drafts,
        services.sweep_summaries,
    )
    for sweep in sweeps:
        sweeping.register(sweep)
