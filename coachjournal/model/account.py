"""An account, as it is remembered."""

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record, maybe_key_of


class Account(Record, kw_only=True):
    """A customer, or one to be."""

    __tablename__ = "account"

    name: Mapped[str]
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
