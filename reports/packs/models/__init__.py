from reports.packs.models.edition import Edition
from reports.packs.models.leaf import Leaf
from reports.packs.models.pack import Pack
from reports.packs.models.section import Section

__all__ = ["Edition", "Leaf", "Pack", "Section"]
