"""`python -m coachjournal`: the command line."""

import sys

from coachjournal.cli import main

sys.exit(main())
