"""What somebody who goes still has open here, a module a subject."""

from pledges.handing_over import actions, voices

__all__ = ["actions", "voices"]
