# Every target sets up .venv first: nothing else has to be typed on a fresh machine.
PYTHON ?= python3
BIN := .venv/bin
ROOMS := bot handlers web publishing views delivery projects news accounts storage model common sandbox bench

PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: setup demo test check bench fmt lock

setup: .venv/runs

.venv/python:
	@$(PYTHON) -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Keruen needs Python 3.11 or newer with venv: apt-get install python3-venv" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

# What runs, and the keruen command.
.venv/runs: .venv/python requirements.lock pyproject.toml
	$(PIP) --require-hashes -r requirements.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

# What tests and checks, on top.
.venv/tests: .venv/runs requirements-dev.lock
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

demo: setup
	@$(BIN)/keruen demo

test: .venv/tests
	$(BIN)/python -m pytest -q -n auto

check: .venv/tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy $(ROOMS) tests
	$(BIN)/lint-imports
	$(BIN)/vulture $(ROOMS) tests --min-confidence 80
	@$(MAKE) --no-print-directory lock LOCK_DIR=.venv/relocked
	@for lock in requirements.lock requirements-dev.lock; do \
		cmp -s $$lock .venv/relocked/$$lock || { echo "$$lock does not match pyproject.toml: make lock" >&2; exit 1; }; \
	done

bench: .venv/tests
	@$(BIN)/python -m bench $(ONLY)

fmt: .venv/tests
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# The locks in place are copied first, so that nothing already locked moves by itself.
LOCK_DIR ?= .
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-header --group build
lock: .venv/tests
	@mkdir -p $(LOCK_DIR)
	@[ "$(LOCK_DIR)" = . ] || cp requirements.lock requirements-dev.lock $(LOCK_DIR)/
	$(LOCK) --extra postgres -o $(LOCK_DIR)/requirements.lock
	$(LOCK) --all-extras --group dev -o $(LOCK_DIR)/requirements-dev.lock
