"""The tests: `core` and `ui` mirror the code, `journeys` are whole days; `python3 -m tests` runs them all."""
