"""Everything that changes homes, the rota and visits, a module a subject."""

__all__: list[str] = []
