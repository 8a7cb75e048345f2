"""Committee papers: meetings, agendas, papers, and what came of them (docs/adr/0018)."""
