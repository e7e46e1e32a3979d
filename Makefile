# The commands that a person and CI both run. `make` alone lists them.
VENV := .venv
PYTHON := $(VENV)/bin/python
STORY := examples/tinh-xa-2026/draft.yaml

.PHONY: help demo test lint types contracts unit bench templates clean

help:
	@echo "make demo   set up once, then draft a commune's plan from a province's: the Word file lies in out/"
	@echo "make test   set up what the tests need, then run every check"
	@echo "make bench  compare with plain docxtpl, side by side in one run"

demo: $(VENV)/.ready
	@sh scripts/demo.sh $(STORY)

test: $(VENV)/.ready-test lint types contracts templates unit

lint: $(VENV)/.ready-test
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .

types: $(VENV)/.ready-test
	$(VENV)/bin/mypy

contracts: $(VENV)/.ready-test
	$(VENV)/bin/lint-imports

templates: $(VENV)/.ready-test
	$(PYTHON) -m kedraft template build ke-hoach --check

unit: $(VENV)/.ready-test
	$(PYTHON) -m pytest -n auto

bench: $(VENV)/.ready-test
	$(PYTHON) bench/run.py

$(VENV)/.ready: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh demo

$(VENV)/.ready-test: pyproject.toml scripts/setup.sh
	@sh scripts/setup.sh test

clean:
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
