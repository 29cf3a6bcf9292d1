"""The whole suite, offscreen, in an environment made for it: `python3 -m tests [what pytest takes]`."""

import os
import sys

from coachjournal.bootstrap import TESTING, enter, require_libraries

# With any of these a person wants one process, or has chosen how many.
_ONE_PROCESS = {"--pdb", "--trace", "-s", "--capture=no", "--collect-only", "--co", "--version", "--help", "-h"}
_CHOSEN = ("-n", "--numprocesses", "--dist")


def main(arguments: list[str]) -> int:
    enter(TESTING, ["-m", "tests", *arguments])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_libraries()

    import pytest

    return pytest.main([*spread(arguments), *arguments])


def spread(arguments: list[str]) -> list[str]:
    """The option that gives every core a process, unless the arguments say otherwise."""
    chosen = any(argument in _ONE_PROCESS or argument.startswith(_CHOSEN) for argument in arguments)
    return [] if chosen else ["-n", "auto"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
