# The front door. Every target works from a bare Debian or Ubuntu machine; CI runs the same ones (.ci/run).

.DEFAULT_GOAL := help
.PHONY: help setup demo run worker seed test check fix lock floors bench

PATH := $(CURDIR)/.venv/bin:$(PATH)
export PATH SERVE PORT

help: ## this list
	@sed -nE 's/^([a-z]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

setup: ## the environment alone: system libraries, .venv, front-end assets; no database
	@.ci/setup

demo: ## an invented council with a pack, at localhost:8000; SERVE=0 stops at the pack, PORT=8001 moves it
	@.ci/demo

run: setup ## web, worker and beat on what is in var/, without the invented council
	@python manage.py migrate --verbosity 0
	@honcho --env /dev/null start --port $(or $(PORT),8000)

worker: setup ## one more worker
	@celery -A corpparent worker --loglevel info

seed: setup ## the invented council, in the database the environment names; needs a worker for its pack
	@python manage.py migrate --verbosity 0
	@python manage.py seed

test: ## every test, on throw-away PostgreSQL and Redis and on SQLite; ARGS="-k visits" for some
	@.ci/setup --tests
	@.ci/test $(ARGS)

check: ## formats, linters, types, import contracts, migrations, deploy check; changes nothing
	@.ci/setup --tests
	@.ci/check

fix: ## mend what check can mend by itself
	@.ci/setup --tests
	ruff check --fix .
	ruff format .
	djlint --reformat --quiet templates || true  # it ends with 1 when it mended something
	python docs/draw_floors.py

lock: ## lock files anew, with the newest versions allowed
	@.ci/setup --tests
	@.ci/lock

floors: ## draw the floors again from the import contracts
	@.ci/setup --tests
	@python docs/draw_floors.py

bench: ## ratios against floors, to bench/results.json
	@.ci/setup --tests
	@pg_virtualenv -t python -m bench
	@python -m bench.results
