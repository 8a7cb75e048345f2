from reports.committees.showing.own_papers import printed
from reports.committees.written import Table, Written

__all__ = ["Table", "Written", "printed"]
