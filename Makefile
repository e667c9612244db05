# What one types here. Every target sets up what it needs in .venv, once; `make` alone lists them.

VENV := .venv
BIN := $(VENV)/bin
PREFIX := /opt/gobbet
PYTHONS := $(or $(PYTHON),python3.13 python3.12 python3.11 python3 python3.14 python)
PIP := -m pip --quiet --quiet --disable-pip-version-check --no-input
LOCK := uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
	--custom-compile-command "make lock"

.PHONY: help demo test check install picture lock clean
.DEFAULT_GOAL := help

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(VENV)/gobbet.stamp ## talk to the bot: an answer, a question, then a chat page on this machine
	@$(BIN)/gobbet demo $(ARGS)

test: $(VENV)/dev.stamp $(VENV)/gobbet.stamp ## run the whole test suite, then the checks (ARGS="-k quiz" narrows it)
	@echo "Running the tests …"
	@$(BIN)/python -m pytest $(ARGS)
	@$(MAKE) --no-print-directory check

check: $(VENV)/dev.stamp $(VENV)/gobbet.stamp ## lint, formatting and types, without the tests
	@echo "Checking style and types …"
	@$(BIN)/ruff check --quiet --output-format=concise .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy --no-error-summary

install: ## install the bot on a server, in PREFIX (see deploy/README.md)
	@$(MAKE) --no-print-directory VENV=$(PREFIX) $(PREFIX)/runtime.stamp
	@$(PREFIX)/bin/python $(PIP) install --no-deps --no-build-isolation --force-reinstall .
	@echo "Gobbet is installed: $(PREFIX)/bin/gobbet"

picture: $(VENV)/dev.stamp $(VENV)/gobbet.stamp ## take the README's picture anew (wants Chromium on the machine)
	@$(BIN)/python -m tests.screenshot

lock: ## choose new versions of the libraries (needs uv), with their hashes
	@command -v uv >/dev/null || { echo "make lock needs uv: pip install uv" >&2; exit 1; }
	@$(LOCK) --upgrade --group build --output-file requirements.lock
	@$(LOCK) --upgrade --group dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## remove what these targets made; articles and scores stay
	@rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(BIN)/pip:
	@for python in $(PYTHONS); do \
		if $$python -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "Making $(VENV) with $$python …"; \
			exec $$python -m venv $(VENV); \
		fi; \
	done; \
	echo "Gobbet needs Python 3.11 or newer, with venv (Debian and Ubuntu: apt install python3-venv)." >&2; \
	echo "If you have it under another name, say so: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)" >&2; \
	exit 1

$(VENV)/runtime.stamp: requirements.lock | $(BIN)/pip
	@echo "Installing the libraries Gobbet runs on (once, a minute or less) …"
	@$(BIN)/python $(PIP) install --require-hashes --requirement requirements.lock
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock | $(VENV)/runtime.stamp
	@echo "Installing what the checks and tests need (once, a minute or less) …"
	@$(BIN)/python $(PIP) install --require-hashes --requirement requirements-dev.lock
	@touch $@

$(VENV)/gobbet.stamp: pyproject.toml | $(VENV)/runtime.stamp
	@$(BIN)/python $(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
