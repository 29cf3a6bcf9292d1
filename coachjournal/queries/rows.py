"""A row of a select, whatever its columns: read by their names."""

from typing import Any

from sqlalchemy import Row

AnyRow = Row[*tuple[Any, ...]]
