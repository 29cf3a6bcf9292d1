"""The whole suite, offscreen, in an environment made for it: `python3 -m tests [what pytest takes]`."""

import os
import sys

from coachjournal.bootstrap import TESTING, enter, require_libraries

# With any of these a person wants one process, or has chosen how many.
_ONE_PROCESS = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture=no", "--collect-only", "--co")


def main(arguments: list[str]) -> int:
    enter(TESTING, ["-m", "tests", *arguments])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    require_libraries()

    import pytest

    spread = [] if any(argument.startswith(_ONE_PROCESS) for argument in arguments) else ["-n", "auto"]
    return pytest.main([*spread, *arguments])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
