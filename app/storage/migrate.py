"""Brings a database file to the schema of this program, one transaction a step.

New databases are made by the same steps. Alembic takes 0.4 s to import, so it is imported when there is
something to do.
"""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection

from app.storage.connections import pragma

if TYPE_CHECKING:
    from alembic.runtime.migration import MigrationInfo

FOLDER = Path(__file__).parent / "migrations"


def schema_known() -> int:
    """Return the number of the newest schema this program knows."""
    return max(int(path.name[1:5]) for path in (FOLDER / "versions").glob("v[0-9][0-9][0-9][0-9]_*.py"))


def schema_of(connection: Connection) -> int:
    """Return the number of the schema that the file has; 0 for an empty one."""
    return int(pragma(connection, "user_version") or 0)


def upgrade(connection: Connection) -> None:
    """Run the missing steps on `connection` (opened in mode "make").

    A step that raises is rolled back whole and its error passed on; the steps before it stay.
    """
    from alembic import command
    from alembic.config import Config

    finish = functools.partial(_finish_step, connection)
    config = Config(attributes={"connection": connection, "on_version_apply": finish})
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    command.upgrade(config, "head")


def _finish_step(connection: Connection, *, step: MigrationInfo, **_: object) -> None:
    """Number the schema and check references, inside the transaction of the step."""
    if broken := connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        raise RuntimeError(f"step {step.up_revision_id} leaves {len(broken)} references without a target")
    connection.exec_driver_sql(f"PRAGMA user_version = {int(str(step.up_revision_id))}")
