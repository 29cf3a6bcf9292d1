"""Chips for what a note was understood to say: names, lengths of time, the day something is due."""

from collections.abc import Callable, Iterator

from coachjournal.rules.spoken_commitments import Listener
from coachjournal.rules.tokens import Ref, Token, lengths_in, tokens_in
from ui.widgets.ink import Look, Mark


class TokenInk:
    """Paints the tokens that name something, and lengths of time."""

    def __init__(self, named_by: Callable[[Token], Ref | None]) -> None:
        self._named_by = named_by

    def marks(self, line: str) -> Iterator[Mark]:
        """A wrong token is plain text."""
        for token in tokens_in(line):
            if self._named_by(token) is not None:
                yield Mark(token.start, len(token.text), Look.TOKEN)
        for length in lengths_in(line):
            yield Mark(length.start, len(length.text), Look.TOKEN)


class DayInk:
    """Paints the day by which a line promises something; elsewhere a day is a word like others."""

    def __init__(self, listener: Callable[[], Listener]) -> None:
        self._listener = listener

    def marks(self, line: str) -> Iterator[Mark]:
        spoken = self._listener().understood(line)
        if spoken is not None and spoken.day_at is not None:
            start, end = spoken.day_at
            yield Mark(start, end - start, Look.DATE)
