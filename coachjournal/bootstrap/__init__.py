"""Gets from a bare Python to one that has what Coach Journal needs; the standard library alone.

`environment` makes `.venv` from the lock, `system_libraries` names what Qt would miss, `display` whether there is a
screen. Whatever stands in the way ends the program with one sentence that says what to do.
"""

import sys

NEEDED = (3, 11)

# Here and not later: an older Python could read this file, but not the ones it imports next.
if sys.version_info < NEEDED:
    sys.exit(
        "Coach Journal needs Python {}.{} or newer, and this is Python {}.{}: start it with a newer one, "
        "for example `python3.13 main.py`.".format(*NEEDED, *sys.version_info[:2])
    )

from coachjournal.bootstrap.display import require_display
from coachjournal.bootstrap.environment import RUNTIME, TESTING, Lock, enter
from coachjournal.bootstrap.system_libraries import require_libraries

__all__ = ["RUNTIME", "TESTING", "Lock", "enter", "require_display", "require_libraries"]
