"""A deal change, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.deal import DealField


class DealChange(Record, kw_only=True):
    """One recorded change of a deal: values are kept as the words or numbers they were."""

    __tablename__ = "deal_change"

    deal_id: Mapped[int] = key_of("deal")
    field: Mapped[DealField] = mapped_column(word(DealField))
    old_value: Mapped[str] = mapped_column(default="")
    new_value: Mapped[str] = mapped_column(default="")
    changed_on: Mapped[date]
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
    conversation_id: Mapped[int | None] = maybe_key_of("conversation")
