"""What this app holds of one person, for the copy of their own data, a module a subject."""

from pledges.personal_data import actions, easy, offers, pledges, progress, voices

__all__ = ["actions", "easy", "offers", "pledges", "progress", "voices"]
