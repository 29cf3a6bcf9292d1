"""A deal, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.deal import Outcome


class Deal(Record, kw_only=True):
    """An opportunity of one rep. Amounts are minor units of `currency`; `closed_on` is set once won or lost."""

    __tablename__ = "deal"

    rep_id: Mapped[int] = key_of("rep")
    account_id: Mapped[int | None] = maybe_key_of("account")
    stage_id: Mapped[int] = key_of("stage")
    external_id: Mapped[str] = mapped_column(default="")
    name: Mapped[str]
    outcome: Mapped[Outcome] = mapped_column(word(Outcome))
    amount: Mapped[int | None] = mapped_column(default=None)
    currency: Mapped[str]
    forecast_category: Mapped[str] = mapped_column(default="")
    created_on: Mapped[date | None] = mapped_column(default=None)
    close_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    stage_since: Mapped[date | None] = mapped_column(default=None)
    changed_on: Mapped[date | None] = mapped_column(default=None)
    loss_reason: Mapped[str] = mapped_column(default="")
    next_step: Mapped[str] = mapped_column(default="")
    next_step_on: Mapped[date | None] = mapped_column(default=None)
    import_run_id: Mapped[int | None] = maybe_key_of("import_run")
