"""`make bench`: every row in turn, then the table; names of rows' modules as arguments choose some of them."""

import os
import sys
from importlib import import_module

from benchmarks.table import as_table

MODULES = (
    "starting_the_window",
    "resting_memory",
    "logging_a_talk",
    "typing_in_a_long_note",
    "searching_notes",
    "searching_in_the_window",
    "walking_the_journal",
    "todays_queries",
    "opening_a_rep",
    "opening_the_team",
    "beside_a_note",
    "opening_a_conversation",
    "opening_pages",
    "switching_the_rep",
    "showing_deals",
    "importing_deals",
    "printing_a_plan",
    "printing_a_brief",
)


def main(chosen: list[str]) -> int:
    # Where compiled files are not written, every start would compile everything again.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    rows = []
    for name in chosen or MODULES:
        print(f"measuring: {name.replace('_', ' ')}", file=sys.stderr)
        rows += list(import_module(f"benchmarks.{name}").rows())
    print(as_table(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
