"""Coach Journal's window: `python3 main.py [--journal FILE] [--version]`."""

import gc
import sys

from coachjournal.bootstrap import RUNTIME, enter, require_display, require_libraries


def main(arguments: list[str]) -> int:
    gc.disable()  # until everything is in: looking for garbage in half-imported modules costs a tenth of the start
    enter(RUNTIME, [__file__, *arguments])
    if not {"--version", "--help", "-h"}.intersection(arguments):
        require_display()
    require_libraries()

    from ui.app import main as run

    return run(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
