from django.apps import AppConfig


class CommitteesConfig(AppConfig):
    name = "reports.committees"
    verbose_name = "Committee papers"

    def ready(self):
        """What this app adds to the start page, to copies and to retention."""
        register_sources()
        register_jobs()
        register_needs()
        register_findings()
        register_copies()
        register_keeping()
        register_sweeps()


def register_jobs():
    """Packs are bound by a worker, and named by their hash."""
    from corpparent import jobs, proving
    from reports.committees.facts import packs
    from reports.committees.services import publishing

    jobs.register(publishing.BUILD, publishing.build)
    proving.register(packs.said_of)


def register_sources():
    """Papers that the portal writes itself."""
    from reports.committees import sourced

    sourced.register_all()


def register_needs():
    """Whom something waits for."""
    from members import needs
    from reports.committees.waiting import together

    needs.register(together.needs)


def register_findings():
    """What the record of meetings says of the arrangements (SP2)."""
    from members.facts import arrangements
    from reports.committees.facts.arrangements import findings

    arrangements.register(findings)


def register_copies():
    """Where somebody finds what the portal holds of them."""
    from members import personal_data as copies
    from reports.committees.personal_data import meetings, plans

    copies.register("Meetings you were expected at", meetings.attendances)
    copies.register("Interests you declared at meetings", meetings.interests)
    copies.register("Questions you asked about items", meetings.questions)
    copies.register("Questions you were asked to answer", meetings.answers)
    copies.register("Papers you answer for", meetings.papers)
    copies.register("Papers you were asked to clear", meetings.clearances)
    copies.register("Private notes on papers", meetings.notes)
    copies.register("Papers you marked as read", meetings.read_marks)
    copies.register("Papers and packs you fetched", meetings.fetches)
    copies.register("What decisions mean, as you were asked to read it", plans.implications)
    copies.register("Plans you keep", plans.plans)


def register_keeping():
    """How long rows are kept."""
    from reports.committees.keeping import meetings, papers

    papers.register_all()
    meetings.register_all()


def register_sweeps():
    """What is late, asked for every half minute."""
    from corpparent import sweeping
    from reports.committees import services

    sweeping.register(services.sweep_questions)
    sweeping.register(services.sweep_plans)
    sweeping.register(services.sweep_implications)
