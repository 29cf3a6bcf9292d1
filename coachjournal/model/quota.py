"""A quota, as it is remembered."""

from datetime import date

from sqlalchemy.orm import Mapped

from coachjournal.model.base import Record, key_of


class Quota(Record, kw_only=True):
    """What a rep is to win in a period: the days from `starts_on` up to, not including, `ends_on`."""

    __tablename__ = "quota"

    rep_id: Mapped[int] = key_of("rep")
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    amount: Mapped[int]
    currency: Mapped[str]
