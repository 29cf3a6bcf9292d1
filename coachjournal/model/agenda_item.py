"""An agenda item, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from coachjournal.model.base import Record, key_of, maybe_key_of, word
from coachjournal.rules.conversation import Side


class AgendaItem(Record, kw_only=True):
    """Something to raise with a rep next time."""

    __tablename__ = "agenda_item"

    rep_id: Mapped[int] = key_of("rep")
    text: Mapped[str]
    side: Mapped[Side] = mapped_column(word(Side), default=Side.MANAGER)
    added_on: Mapped[date]
    deal_id: Mapped[int | None] = maybe_key_of("deal")
    raised_in_id: Mapped[int | None] = maybe_key_of("conversation")
    private: Mapped[bool] = mapped_column(default=False)
