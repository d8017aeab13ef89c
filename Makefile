# Vigie — every task of the project. `make run` and `make test` need only Python 3.11+ and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
PORT ?= 7860
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help run test lint format eval bench digests lock clean

help: ## list the tasks
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Vigie demande Python 3.11 ou plus récent : make PYTHON=python3.12 …")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

run: .venv/installed ## build the index if needed and serve the chat on http://127.0.0.1:7860
	@$(BIN)/python app.py --port $(PORT)

test: .venv/installed ## run the tests
	@$(BIN)/python -m pytest $(PYTEST_ARGS)

lint: .venv/installed ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: .venv/installed ## rewrite the code in the house format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .

eval: .venv/installed ## answer the question sets and print the pass rates (VIGIE_STUDIES adds the official PDFs)
	@$(BIN)/python -m ingest sync
	@$(BIN)/python -m tests.evals $(EVAL_ARGS)

bench: .venv/installed ## time the road and the ingest, as ratios where it can
	@$(BIN)/python -m tests.bench

digests: .venv/installed ## print the digests of the corpus as PDF again
	@$(BIN)/python -m ingest digests

lock: ## choose the versions of all dependencies again
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-header --quiet --upgrade -o requirements.lock

clean: ## remove the environment and the caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
