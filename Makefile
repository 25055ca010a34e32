# Footnote's workshop. `make` alone lists what there is.
# Everything is installed into .venv; files in it (.runtime, .project …) record what is done, so that nothing is done twice.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install install-dev install-llm serve test test-slow test-measured test-browser test-postgres bench eval check format \
	lock secrets clean

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
PYTEST := $(BIN)/python -m pytest
JOBS ?= 2
EVAL_RUNS ?= eval-runs
PART ?= dev
ARGS ?=
UV_VERSION := 0.13.9

# Nothing is downloaded, and nothing is reported anywhere, once installed.
export HF_HUB_OFFLINE := 1
export TRANSFORMERS_OFFLINE := 1
export ANONYMIZED_TELEMETRY := False
export LANGSMITH_TRACING := false

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo '  ARGS="…" passes options on, as in: make serve ARGS="--port 9000", make test ARGS="-k chroma"'

##
# To use it
##

install: $(VENV)/.model ## install Footnote and its embedding model into .venv

serve: $(VENV)/.model ## install what is missing, then start the API and the page (127.0.0.1:8000)
	@exec $(BIN)/footnote serve $(ARGS)

install-llm: $(VENV)/.llm ## add the language model providers that FOOTNOTE_LLM can name

##
# To work on it
##

install-dev: $(VENV)/.dev ## install the tools and libraries of the tests too

test: $(VENV)/.dev ## run the tests (not the slow ones)
	$(PYTEST) -n $(JOBS) $(ARGS)

test-slow: $(VENV)/.dev ## run the slow tests
	$(PYTEST) -n $(JOBS) -m slow $(ARGS)

test-measured: $(VENV)/.dev ## break Footnote in ten ways and see that the dev part of starter notices each (many minutes)
	$(PYTEST) -n $(JOBS) -m measured $(ARGS)

test-browser: $(VENV)/.dev ## run the tests of the page in Chromium
	FOOTNOTE_TEST_BROWSER=1 $(PYTEST) -m browser $(ARGS)

test-postgres: $(VENV)/.dev ## run the tests of the store against a throwaway PostgreSQL
	scripts/with_postgres.sh $(PYTEST) -m postgres $(ARGS)

bench: $(VENV)/.dev ## compare speed and memory with a plain LangChain pipeline
	$(BIN)/python -m evals.bench $(ARGS)

eval: $(VENV)/.model ## measure the answers (starter, its dev part; PART=all, PART=test) and compare them with the baseline
	@$(BIN)/footnote ingest --data $(EVAL_RUNS)/data
	@rm -rf $(EVAL_RUNS)/starter
	$(BIN)/footnote eval run starter $(if $(filter-out all,$(PART)),--slice split=$(PART)) --data $(EVAL_RUNS)/data \
		--out $(EVAL_RUNS)/starter $(ARGS)
	@$(BIN)/footnote eval report $(EVAL_RUNS)/starter --out $(EVAL_RUNS)/starter.html
	$(BIN)/footnote eval compare evals/baseline $(EVAL_RUNS)/starter

check: $(VENV)/.dev ## check format, lint, types, import rules and the generated documents
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/generated_docs.py --check

format: $(VENV)/.dev ## format the code, mend what ruff can, rewrite the generated documents
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/python scripts/generated_docs.py

lock: $(VENV)/.created ## resolve the lock files anew (UPGRADE=1 takes newer versions)
	$(PIP_INSTALL) uv==$(UV_VERSION)
	$(LOCK) --all-extras --group dev --output-file requirements-dev.lock pyproject.toml
	$(LOCK) --no-annotate --extra postgres --constraints requirements-dev.lock --output-file requirements.lock pyproject.toml
	$(LOCK) --no-annotate --all-extras --constraints requirements-dev.lock --output-file requirements-llm.lock pyproject.toml

secrets: ## make the secrets that docker-compose.yml reads, where they are missing
	@scripts/make_secrets.sh

clean: ## remove .venv, caches and build products (data stays)
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

##
# How it is installed
##

# One resolution for Python 3.11 to 3.13 on every platform. torch is installed by scripts/install_torch.py, and its
# CUDA packages by nobody.
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
	--excludes scripts/lock-excludes.txt --no-emit-package torch --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade)

$(VENV)/.created:
	@for python in $(or $(PYTHON),python3.11 python3.12 python3.13 python3); do \
		"$$python" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null || continue; \
		echo "Creating $(VENV) with $$("$$python" --version)"; \
		"$$python" -m venv --clear $(VENV) && touch $@ && exit 0; \
		exit 1; \
	done; \
	echo "Footnote needs Python 3.11, 3.12 or 3.13 in PATH; another place: make PYTHON=/path/to/python3.11" >&2; exit 2

$(VENV)/.runtime: $(VENV)/.created requirements.lock scripts/install_torch.py pyproject.toml
	@$(BIN)/python scripts/install_torch.py
	@echo "Installing the packages of requirements.lock (the first time takes a few minutes)"
	@$(PIP_INSTALL) --no-deps --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.project: $(VENV)/.runtime
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.model: $(VENV)/.project $(wildcard corpus/embedding/*.py)
	@$(BIN)/python -m corpus.embedding.prepare
	@touch $@

$(VENV)/.dev: $(VENV)/.model requirements-dev.lock
	@echo "Installing the packages of requirements-dev.lock"
	@$(PIP_INSTALL) --no-deps --require-hashes -r requirements-dev.lock
	@touch $@

$(VENV)/.llm: $(VENV)/.model requirements-llm.lock
	@$(PIP_INSTALL) --no-deps --require-hashes -r requirements-llm.lock
	@touch $@
