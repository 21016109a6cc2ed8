# Everything a fresh machine needs is Python 3.11 or newer (with venv), make and git.
#   make run     sets up what is missing and runs the main job
#   make test    sets up what is missing and runs every check that CI runs
#   make help    lists the rest

VENV := .venv
PY := $(VENV)/bin/python
ARTICLE41 := $(VENV)/bin/article41
RUN := $(ARTICLE41) assess examples --summary --full 07-diesel-2019
BENCH := $(PY) tests/bench/run.py
GOLDEN := $(PY) tests/golden/make.py
PYTEST := -n 2 -q --benchmark-disable
CANDIDATES := $(or $(PYTHON),python3.13 python3.12 python3.11 python3)

PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run test lint types imports pytest format bench fuzz golden setup clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED) ## Assess the examples, the main job
	$(RUN)

test: lint types imports pytest ## Every check that CI runs

lint: $(INSTALLED_DEV) ## Style: ruff, rules and formatting
	$(PY) -m ruff check src tests
	$(PY) -m ruff format --check src tests

types: $(INSTALLED_DEV) ## Types: mypy --strict
	$(PY) -m mypy

imports: $(INSTALLED_DEV) ## Who may import whom: import-linter
	$(VENV)/bin/lint-imports --no-logo

pytest: $(INSTALLED_DEV) ## The tests; ARGS="-k fold" chooses some
	$(PY) -m pytest $(PYTEST) $(ARGS)

format: $(INSTALLED_DEV) ## Format the code and fix what ruff can fix
	$(PY) -m ruff check --fix-only --exit-zero src tests
	$(PY) -m ruff format src tests

bench: $(INSTALLED_DEV) ## Measure speed
	$(BENCH)
	$(PY) tests/bench/screening.py
	$(PY) tests/bench/reading.py

fuzz: $(INSTALLED_DEV) ## Fuzz the list importers for a minute, where atheris is installed
	$(PY) tests/fuzz/lists.py -max_total_time=60 -timeout=20 -rss_limit_mb=2048 $(ARGS)

golden: $(INSTALLED_DEV) ## Write the golden files anew; read the diff before you commit it
	$(GOLDEN)

setup: $(INSTALLED_DEV) ## Only set up .venv, with the tools for development

clean: ## Remove .venv, caches and build products
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache \
		.hypothesis .benchmarks
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The stamp holds the path of the checkout it was made in. A copied checkout or a removed
# interpreter leaves an environment that looks ready and is not: then it is made anew.
READY := $(shell test "$$(cat $(INSTALLED) 2>/dev/null)" = "$(CURDIR)" \
	&& $(PY) -c 'import pip' 2>/dev/null && echo yes)
ifneq ($(READY),yes)
.PHONY: $(INSTALLED)
endif

$(INSTALLED): pyproject.toml src/article41/__init__.py
ifneq ($(READY),yes)
	@for python in $(CANDIDATES); do \
		if "$$python" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
			2>/dev/null; then \
			echo "Setting up $(VENV) with $$python ($$("$$python" --version))"; \
			exec "$$python" -m venv --clear $(VENV); \
		fi; \
	done; \
	echo "No Python 3.11 or newer with venv and pip among: $(CANDIDATES)." >&2; \
	echo "Install one (on Debian: python3 and python3-venv) or name it:" \
		"make PYTHON=path/to/python3 ..." >&2; \
	exit 1
endif
	@echo "Installing article41"
	@$(PIP_INSTALL) --editable .
	@echo "$(CURDIR)" > $@

$(INSTALLED_DEV): $(INSTALLED)
	@echo "Installing the tools for development"
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@
