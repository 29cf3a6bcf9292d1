"""The command line: the same commands and queries as the window, without one.

`arguments` says what can be typed, `answers` and `importing` do it, `writing` prints it and `reading` words it.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from coachjournal.cli.arguments import parser
from coachjournal.cli.typed import Answer, Begins, First
from coachjournal.cli.writing import as_json, as_text, show
from coachjournal.errors import Rejected, StorageUnavailable
from coachjournal.journal import open_journal
from coachjournal.places import default_journal

FAILED = 1
INTERRUPTED = 130
"""What shells expect after Ctrl+C: 128 and the number of the signal."""


def main(argv: Sequence[str] | None = None) -> int:
    """Carry out what was typed; 0, or 1 with one sentence on standard error. Wrong usage exits with 2.

    Ctrl+C ends a command without a word: what it was about to write is not there.
    """
    typed = parser().parse_args(argv)
    try:
        answer = _answer(typed)
    except (Rejected, StorageUnavailable) as refusal:
        print(refusal.sentence, file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    show(as_json(answer) if typed.json else as_text(answer))
    return 0


def _answer(typed: Namespace) -> object:
    answer: Answer = typed.answer
    first: First | None = typed.first
    path = typed.journal or default_journal()
    _check_presence(path, typed.begins)
    if first is not None and not path.exists():
        return first(path, typed)
    with closing(open_journal(path)) as journal:
        return answer(journal, typed)


def _check_presence(path: Path, begins: Begins) -> None:
    """A mistyped name makes no journal, and `new` takes none over."""
    if begins is Begins.NEVER and not path.exists():
        raise Rejected(f"There is no journal {path}.")
    if begins is Begins.ALWAYS and path.exists():
        raise Rejected(f"There is a journal {path} already. It was left as it is.")
