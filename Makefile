# `make site` builds the demonstration site, `make test` runs every gate.
# Both set up a virtual environment from the hash-pinned lock files first, and again only when
# those change.

PYTHON ?= python3
VENV ?= .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install -q --disable-pip-version-check
LOCK_STAMP := $(VENV)/.locked
RUN_STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.development
WORKERS ?= 2

.PHONY: site serve test pictures lint format lock clean help
.DELETE_ON_ERROR:

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

site: $(RUN_STAMP) ## build the demonstration site into public/
	$(PY) build.py
	@echo "The site is in $(CURDIR)/public: open public/index.html, or run 'make serve'."

serve: $(RUN_STAMP) ## serve the site on this machine and rebuild it on every change
	$(PY) -m generator serve

test: lint chromium-and-java ## run every gate: style, types, layers, tests
	$(PY) -m pytest -n $(WORKERS)

pictures: site $(DEV_STAMP) ## take the pictures in README.md anew
	$(PY) docs/pictures.py public

lint: $(DEV_STAMP) $(RUN_STAMP)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-cache

format: $(DEV_STAMP)
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

# The browser tests drive Chromium, the HTML validator needs Java. Only a Debian machine where we
# are root gets them installed; nobody's own machine is changed.
.PHONY: chromium-and-java
chromium-and-java: $(DEV_STAMP)
	@missing=; \
	command -v chromium >/dev/null || command -v chromium-browser >/dev/null || \
	  command -v google-chrome >/dev/null || \
	  [ -d "/Applications/Google Chrome.app" ] || missing="chromium"; \
	java -version >/dev/null 2>&1 || missing="$$missing default-jre-headless"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive \
	    apt-get install -q -y --no-install-recommends $$missing; \
	else \
	  echo "Some tests need $$missing: install it to run them all." >&2; \
	fi

$(LOCK_STAMP): requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or later is needed" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear $(VENV)
	$(PIP) --require-hashes -r requirements.lock
	@touch $@

$(RUN_STAMP): $(LOCK_STAMP) pyproject.toml
	$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(DEV_STAMP): requirements-dev.lock $(LOCK_STAMP)
	$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

# Needs uv; the locks hold for every system and every Python from 3.11.
COMPILE := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --no-emit-index-url
lock: ## pin the dependencies of pyproject.toml anew
	$(COMPILE) --group build pyproject.toml -o requirements.lock
	$(COMPILE) --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

clean: ## remove the built site, its cache and the tools' caches
	rm -rf public .backstory dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +
