"""How long this app’s rows are kept, a module a subject."""

from pledges.keeping import actions, easy, offers, pledges, progress, voices

__all__ = ["actions", "easy", "offers", "pledges", "progress", "voices"]
