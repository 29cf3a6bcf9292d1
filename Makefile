# Shorthands for developers; README.md has the two commands that everybody needs.

PYTHON := .venv/bin/python
CODE := main.py coachjournal docs ui tests packaging $(wildcard benchmarks)
COMPILE := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" pyproject.toml

.PHONY: run test check format bench pictures lock environment

run:
	python3 main.py

test:
	python3 -m tests

# The one door: format, lint, types, import contracts, fast tests.
check: environment
	$(PYTHON) -m ruff format --check $(CODE)
	$(PYTHON) -m ruff check $(CODE)
	$(PYTHON) -m mypy
	$(PYTHON) -c "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_logo=True))"
	$(PYTHON) -m tests -m "not slow" -q

format: environment
	$(PYTHON) -m ruff format $(CODE)
	$(PYTHON) -m ruff check --fix $(CODE)

bench: environment
	$(PYTHON) -m benchmarks

pictures: environment
	$(PYTHON) -m docs.make_pictures

# Exact versions for every supported Python and platform. Needs uv; the second lock keeps the pins of the first.
# `make lock UPGRADE=--upgrade` moves them to the newest that the ranges allow.
lock:
	$(COMPILE) $(UPGRADE) --output-file requirements.lock
	$(COMPILE) $(UPGRADE) --extra test --extra dev --constraints requirements.lock --output-file tests/requirements.lock

# Makes or refreshes .venv with what tests and checks need.
environment:
	@python3 -c "from coachjournal.bootstrap import TESTING, enter; enter(TESTING, ['-c', ''])"
