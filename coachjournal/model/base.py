"""What every record shares: its key, its stable uid, and how days, instants and words are stored."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, ClassVar

from sqlalchemy import Dialect, Enum, FetchedValue, ForeignKey, Text, TypeDecorator
from sqlalchemy.dialects.sqlite import DATETIME
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedAsDataclass, MappedColumn, mapped_column


class Instant(TypeDecorator[datetime]):
    """An aware datetime, stored as UTC. A naive one is a bug and raises ValueError."""

    impl = DATETIME
    cache_ok = True

    def process_bind_param(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            message = f"an instant needs a time zone: {value!r}"
            raise ValueError(message)
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def word(words: type[StrEnum]) -> Enum:
    """One of a fixed set of words, stored as it is written; the file checks it too."""
    return Enum(words, native_enum=False, create_constraint=False, values_callable=lambda each: [w.value for w in each])


def key_of(target: str) -> MappedColumn[int]:
    """A column that must name a record of `target`."""
    return mapped_column(ForeignKey(f"{target}.id"))


def maybe_key_of(target: str) -> MappedColumn[int | None]:
    """A column that may name a record of `target`."""
    return mapped_column(ForeignKey(f"{target}.id"), default=None)


class Record(MappedAsDataclass, DeclarativeBase, kw_only=True):
    """One row of the journal. `id` is its key in this file, `uid` is the same in every copy and export."""

    __abstract__ = True
    __table_args__ = {"sqlite_autoincrement": True}
    __mapper_args__ = {"eager_defaults": False}
    type_annotation_map: ClassVar[dict[Any, Any]] = {str: Text(), datetime: Instant()}

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    uid: Mapped[str] = mapped_column(init=False, deferred=True, server_default=FetchedValue())
