"""SQL that makes rows of a table unchangeable, the same in both databases; used by migrations.

A rule in code can be forgotten by a new view, a shell or a hurried fix; a trigger cannot.
"""

from collections.abc import Sequence

from django.db import migrations


def guard(
    table: str,
    *,
    may_blank: Sequence[str] = (),
    may_change: Sequence[str] = (),
    while_: str = "TRUE",
    says: str,
) -> migrations.RunPython:
    """Refuse UPDATE and DELETE on rows of `table` for which `while_` (SQL over OLD) holds.

    `may_blank` are columns an UPDATE may still empty, and only that; `may_change` those it may write anew.
    `says` is the sentence of the error.
    """

    def install(apps, schema_editor):
        build = postgresql if schema_editor.connection.vendor == "postgresql" else sqlite
        with schema_editor.connection.cursor() as cursor:
            columns = [c.name for c in schema_editor.connection.introspection.get_table_description(cursor, table)]
            columns = [column for column in columns if column not in may_change]
            for statement in build(table, columns, may_blank, while_, says):
                cursor.execute(statement)

    def remove(apps, schema_editor):
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        for deed in ("update", "delete"):
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{deed}{on_table}")

    return migrations.RunPython(install, remove)


def refuse_insert(table: str, *, when: str, says: str) -> migrations.RunPython:
    """Refuse INSERT into `table` while `when` (SQL over NEW, which may ask other tables) holds."""

    def install(apps, schema_editor):
        trigger = f"CREATE TRIGGER {table}_no_insert BEFORE INSERT ON {table}"
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(
                f"CREATE OR REPLACE FUNCTION {table}_insert_guard() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
                f"IF {when} THEN RAISE EXCEPTION '{says}' USING ERRCODE = 'restrict_violation'; END IF; "
                "RETURN NEW; END $$"
            )
            schema_editor.execute(f"{trigger} FOR EACH ROW EXECUTE FUNCTION {table}_insert_guard()")
        else:
            schema_editor.execute(f"{trigger} WHEN {when} BEGIN SELECT RAISE(ABORT, '{says}'); END")

    def remove(apps, schema_editor):
        on_table = f" ON {table}" if schema_editor.connection.vendor == "postgresql" else ""
        schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_insert{on_table}")

    return migrations.RunPython(install, remove)


def postgresql(table: str, columns: Sequence[str], may_blank: Sequence[str], while_: str, says: str) -> list[str]:
    """Statements that make the triggers in PostgreSQL."""
    # As text, because json has no equality.
    changed = " OR ".join(
        f"(OLD.{column}::text IS DISTINCT FROM NEW.{column}::text"
        + (f" AND COALESCE(NEW.{column}::text, '') <> '')" if column in may_blank else ")")
        for column in columns
    )
    return [
        f"CREATE OR REPLACE FUNCTION {table}_guard() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{says}' USING ERRCODE = 'restrict_violation'; END $$",
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} FOR EACH ROW "
        f"WHEN (({while_}) AND ({changed})) EXECUTE FUNCTION {table}_guard()",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} FOR EACH ROW "
        f"WHEN ({while_}) EXECUTE FUNCTION {table}_guard()",
    ]


def sqlite(table: str, columns: Sequence[str], may_blank: Sequence[str], while_: str, says: str) -> list[str]:
    """Statements that make the triggers in SQLite."""
    changed = " OR ".join(
        f"(OLD.{column} IS NOT NEW.{column}"
        + (f" AND COALESCE(NEW.{column}, '') <> '')" if column in may_blank else ")")
        for column in columns
    )
    refuse = f"BEGIN SELECT RAISE(ABORT, '{says}'); END"
    return [
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} WHEN ({while_}) AND ({changed}) {refuse}",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} WHEN ({while_}) {refuse}",
    ]
