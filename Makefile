# `make chat` and `make test` each work alone from a fresh clone. Windows: see the PowerShell lines in README.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore
TORCH  := $(shell sed -n 's/^\(torch==.*\)$$/\1/p' constraints.txt)

.PHONY: chat test coverage lint types pins check test-slow bench soak docs gate baseline clean

chat: $(VENV)/.ready
	@$(BIN)/mabs chat

# The hundreds of processes that tests start would each compile the sources anew if bytecode were not kept.
test: export PYTHONDONTWRITEBYTECODE =
test: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -n 2 --dist worksteal $(MEASURED) $(PYTEST_ARGS) -m "not slow"

# By hand: being measured, the rules that read a question take several times as long.
coverage: MEASURED := --cov --cov-report=term
coverage: test

test-slow soak: $(VENV)/.ready-dev
	$(BIN)/python -m pytest -m slow $(PYTEST_ARGS)

lint: $(VENV)/.ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.ready-dev
	$(BIN)/mypy

# Whether every pinned release has a wheel for the oldest Python that the project supports, whichever runs here.
pins: $(VENV)/.ready-dev
	$(PIP) --dry-run --no-deps --only-binary=:all: --python-version 3.11.0 --target $(VENV)/pins -r constraints.txt

check: lint types test

# What the documentation repeats from the code: docs/cli.md and README's table of settings.
docs: $(VENV)/.ready
	$(BIN)/python -m assistant.cli.reference

bench: $(VENV)/.ready-bench
	$(BIN)/python -m evals.benchmark

# Answers on the development cases, over the shipped knowledge alone, held against evals/baseline/summary.json.
# `make baseline` writes that file anew, when answers were changed on purpose; review its difference.
EVAL := $(VENV)/eval
gate baseline: $(VENV)/.ready
	@rm -rf $(EVAL)/run
	MABS_DATA_DIR=$(EVAL)/data $(BIN)/mabs eval run --set dev -o $(EVAL)/run
	$(BIN)/mabs eval $@ $(EVAL)/run

# torch goes first and by its exact version: any looser wording can bring a build with gigabytes of GPU libraries.
$(VENV)/.ready: pyproject.toml constraints.txt
	@echo "Setting up $(VENV) (once, a few minutes) ..." >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Try: make $(MAKECMDGOALS) PYTHON=python3.12")' >&2
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) >&2
	@$(PIP) $(TORCH) >&2
	@$(PIP) -c constraints.txt -e . >&2
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready
	@$(PIP) -c constraints.txt -e ".[dev]" >&2
	@touch $@

$(VENV)/.ready-bench: $(VENV)/.ready-dev
	@$(PIP) -c constraints.txt -e ".[bench]" >&2
	@touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
