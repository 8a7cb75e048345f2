"""What this app puts on the start page as “What needs me now”, a module a subject."""

from pledges.waiting import actions, offers, pledges, progress, voices

__all__ = ["actions", "offers", "pledges", "progress", "voices"]
