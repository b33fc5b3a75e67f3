# Goodstanding: `make demo` shows it, `make test` proves it. `make help` lists the rest.

PYTHON ?= python3
PORT ?= 8000
DATA ?= .data
VENV := .venv
BIN := $(VENV)/bin
PO := $(wildcard locale/*/LC_MESSAGES/django.po locale/*/*/LC_MESSAGES/django.po)
MO := $(PO:.po=.mo)
CHROMIUM := $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)

export GOODSTANDING_DATA := $(abspath $(DATA))
export GOODSTANDING_CHROMIUM := $(CHROMIUM)

.DEFAULT_GOAL := help
.PHONY: help demo demo-reset test check bench shots lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: $(VENV)/app.stamp $(MO) ## an invented city on http://127.0.0.1:PORT (PORT=8000 DATA=.data)
	$(BIN)/python manage.py migrate --database owner --verbosity 0
	$(BIN)/python manage.py collectstatic --no-input --verbosity 0
	$(BIN)/goodstanding demo --port $(PORT)
	GOODSTANDING_SITE=$${GOODSTANDING_SITE:-http://127.0.0.1:$(PORT)} \
		$(BIN)/goodstanding jobs run --with-parent & \
	$(BIN)/granian --interface wsgi --host 127.0.0.1 --port $(PORT) --workers 2 \
		--blocking-threads 1 config.wsgi:application

demo-reset: $(VENV)/app.stamp ## throw the demo's data away; the next demo starts afresh
	$(BIN)/python -m goodstanding.database.discard

test: check $(MO) ## check, then all tests; those that need a browser where one is found
ifneq ($(CHROMIUM),)
	$(BIN)/pytest -n 2
else ifeq ($(CI),true)
	@echo "No chromium was found: .ci/run installs it." >&2; exit 1
else
	@echo "Not run: the browser tests, because no chromium was found."
	$(BIN)/pytest -n 2 -m "not browser"
endif

check: $(VENV)/dev.stamp $(MO) ## everything but the tests, in the order it fails fastest
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy goodstanding/rules goodstanding/flow
	PYTHONPATH=. $(BIN)/lint-imports --no-cache
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(if $(wildcard goodstanding/cli/pages.py),$(BIN)/python -m goodstanding.cli.pages --check)

bench: $(VENV)/dev.stamp ## figures beside their floors, measured in the same run
	$(BIN)/python -m benchmarks.run

shots: $(VENV)/dev.stamp $(MO) ## every page as a picture, at two widths, into build/shots
	$(BIN)/python -m tests.web.shots

# mpl-font is wanted for its fonts alone: what draws with them stays out.
UNUSED := matplotlib contourpy cycler fonttools kiwisolver numpy pillow pyparsing
LOCK := uv pip compile -q --generate-hashes --no-header --python-version 3.11 $(UNUSED:%=--no-emit-package %)

lock: ## compile requirements/*.in to hash-locked files (needs uv)
	$(LOCK) requirements/app.in -o requirements/app.txt
	$(LOCK) requirements/dev.in -o requirements/dev.txt

# The demo installs what the product needs; check and test also what builds it.
$(VENV)/app.stamp: requirements/app.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/app.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r $<
	@touch $@

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

%.mo: %.po
	$(BIN)/pybabel --quiet compile -i $< -o $@
$(MO): | $(VENV)/app.stamp
