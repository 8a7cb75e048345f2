"""The register in Popolo's words, for whoever works with people, bodies and memberships elsewhere. Pure."""

from members.popolo.writing import document

__all__ = ["document"]
