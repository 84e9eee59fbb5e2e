# make demo   set everything up and do the main job on the sample data
# make test   set everything up and pass the tests
# make test-postgres the tests that speak of a ledger again, on a private PostgreSQL server that is thrown away
# make bench  pair by pair beside what else could be used, into docs/performance.md
# make scale  ten years of the country at 1, 10 and 100 times its size, on both engines, into docs/scale.md
# make pictures follow the guides and take their pictures again
# make faults broken and random input; kills, full disks, flipped bits, many writers at once, at length: docs/faults.md
# make audit  what is known against the packages that we use, where the database can be reached
# make lock   choose the packages anew, each file by its hash; then make licences

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
LOCK := requirements-dev.lock
DEMO := demo-out
CATALOGUES := $(wildcard src/reinsert_cli/locale/*/LC_MESSAGES/*.po)

# Debian ships Python's venv module apart: installed where that is allowed, named where it is not.
NEED_VENV = { rm -rf $(VENV); \
	test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq python3-venv && $(PYTHON) -m venv $(VENV); } || \
	{ echo "Python cannot make a virtual environment: apt-get install python3-venv, then make again." >&2; exit 1; }

.PHONY: demo test test-postgres lint types docs pictures messages bench scale faults audit lock licences clean

demo: $(STAMP)
	@rm -rf $(DEMO) && mkdir -m 700 $(DEMO)
	@$(BIN)/reinsert demo --keep $(DEMO)/ledger.db

test: lint types
	$(BIN)/pytest --numprocesses auto --dist worksteal

test-postgres: $(STAMP)
	$(BIN)/python tools/postgres.py $(BIN)/pytest --numprocesses auto --dist worksteal

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(STAMP)
	$(BIN)/mypy

docs: $(STAMP)
	$(BIN)/python tools/make_docs.py

pictures: $(STAMP)
	$(BIN)/python tools/make_pictures.py

messages: $(STAMP)
	$(BIN)/python tools/messages.py

bench: $(STAMP)
	$(BIN)/python -m tools.bench

scale: $(STAMP)
	$(BIN)/python -m tools.scale

faults: $(STAMP)
	$(BIN)/python tools/faults_cells.py 300
	$(BIN)/python tools/faults_reading.py
	$(BIN)/python -m tools.faults.order
	$(BIN)/python -m tools.faults.crowd 8 100
	$(BIN)/python -m tools.faults.country || test $$? = 77
	$(BIN)/python -m tools.faults.full 20 || test $$? = 77
	$(BIN)/python -m tools.faults.flips 1000
	$(BIN)/python -m tools.faults.kills 200
	REINSERT_FAULTS=all $(BIN)/pytest --numprocesses auto tests/hostile

audit: $(STAMP)
	$(BIN)/python tools/audit.py

lock:
	@test -x .tools/bin/uv || { $(PYTHON) -m venv .tools && .tools/bin/pip install --quiet "uv>=0.9"; }
	UV_CUSTOM_COMPILE_COMMAND="make lock" .tools/bin/uv pip compile --quiet --upgrade --universal --generate-hashes \
		--python-version 3.11 --no-emit-index-url --no-emit-find-links pyproject.toml --group dev --output-file $(LOCK)

licences: $(STAMP)
	$(BIN)/python tools/licences.py

$(STAMP): pyproject.toml $(LOCK) hatch_build.py $(CATALOGUES)
	@test -x $(BIN)/pip || $(PYTHON) -m venv $(VENV) || $(NEED_VENV)
	@$(BIN)/python tools/install.py
	@touch $@

clean:
	rm -rf $(VENV) .tools .bench $(DEMO) dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
