"""Queries whose SQL is written once a process: Django writes it anew each time, which takes longer than the answer.

For the few that nearly every request asks.
"""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.db.models import Field, QuerySet
from django.db.models.expressions import Expression
from django.db.models.sql.compiler import SQLCompiler


class Later(Expression):
    """Stands in a queryset's conditions for a value of the kind `field`, given by `name` each time it is asked."""

    def __init__(self, name: str, field: Field) -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, list[Any]]:
        return "%s", [self]


class Prepared:
    """`build` returns a queryset of `values_list`; it may hold `Later` in its conditions, and is called once."""

    def __init__(self, build: Callable[[], QuerySet]) -> None:
        self.build = build
        self.written: dict[str, tuple[str, tuple, dict]] = {}

    def rows(self, **values: Any) -> list[tuple]:
        """What the queryset finds with `values` for its `Later`. One query. Raises KeyError where one is missing."""
        if connection.vendor not in self.written:
            self.written[connection.vendor] = self.write()
        sql, params, converters = self.written[connection.vendor]
        with connection.cursor() as cursor:
            cursor.execute(sql, [given(param, values) for param in params])
            found = cursor.fetchall()
        return [converted(row, converters) for row in found] if converters else found

    def write(self) -> tuple[str, tuple, dict]:
        """The SQL, its parameters with `Later` among them, and {column: ([converter], its expression)}."""
        compiler = self.build().query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        columns = [expression for expression, *_ in compiler.select]
        return sql, tuple(params), compiler.get_converters(columns)


def given(param: Any, values: dict[str, Any]) -> Any:
    """`param`, or the value that it waits for as the database takes it."""
    if isinstance(param, Later):
        return param.output_field.get_db_prep_value(values[param.name], connection)
    return param


def converted(row: tuple, converters: dict) -> tuple:
    """`row` with its values as Python has them."""
    values = list(row)
    for column, (steps, expression) in converters.items():
        for step in steps:
            values[column] = step(values[column], expression, connection)
    return tuple(values)
