# make demo · make test · make lint · make bench · make serve          (make demo PORT=8123 HOST=127.0.0.1)
HOST ?= 127.0.0.1
PORT ?= 8000
WORKERS ?= 2
VAR ?= var
PY := .venv/bin/python
MANAGE := $(PY) manage.py
SERVE := $(PY) -m granian --interface wsgi --host $(HOST) --port $(PORT) --workers $(WORKERS) --no-access-log \
	--blocking-threads 4 --backpressure 64 --respawn-failed-workers --workers-kill-timeout 10s --log-level error \
	newsroom.wsgi:application

# For commands that sign nothing. The demo keeps a key of its own; `make serve` asks for yours.
ANY_KEY = SECRET_KEY="$${SECRET_KEY:-$$($(PY) -c 'import secrets; print(secrets.token_urlsafe(50))')}"

LOOPBACK = localhost,127.0.0.1,[::1]

export NEWSROOM_VAR = $(if $(filter /%,$(VAR)),$(VAR),$(CURDIR)/$(VAR))

.PHONY: demo test lint bench serve messages clean
.DELETE_ON_ERROR:

demo: export PAPER_NAME ?= Marlenstedter Bote
# Served beyond this machine, the demo cannot know by which name it will be asked for.
demo: export ALLOWED_HOSTS ?= $(if $(filter 127.0.0.1 localhost ::1,$(HOST)),$(LOOPBACK),*)
demo: .venv/installed $(VAR)/secret-key $(VAR)/static/staticfiles.json
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) load_demo --verbosity 0
	@$(MANAGE) index_articles
	@printf '\n  Archiv       http://%s:%s/\n  Redaktion    http://%s:%s/admin/\n' $(HOST) $(PORT) $(HOST) $(PORT)
	@sed 's/^/  /' $(VAR)/demo-login.txt; echo
	@exec $(SERVE)

serve: .venv/installed $(VAR)/static/staticfiles.json
	@$(MANAGE) check
	@exec $(SERVE)

test: .venv/installed-dev
	.venv/bin/pytest -n auto $(ARGS)

lint: .venv/installed-dev
	.venv/bin/ruff check . && .venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/djlint templates --lint --quiet
	$(ANY_KEY) $(MANAGE) makemigrations --check --dry-run

bench: .venv/installed
	$(ANY_KEY) $(MANAGE) benchmark all

# Both catalogues are committed compiled, so that a machine without gettext serves both languages. The source is German:
# locale/de has only what packages leave in English, and is kept by hand.
messages: .venv/installed-dev
	$(ANY_KEY) $(MANAGE) makemessages --locale en --no-obsolete --no-wrap --ignore '.venv/*' --ignore 'var/*' --add-location file
	$(ANY_KEY) $(MANAGE) compilemessages --ignore '.venv/*'

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache

# ---- what the commands above stand on -------------------------------------------------------------------------------

.venv: .venv/installed

.venv/installed: requirements.txt
	@rm -f $@
	@for python in python3.14 python3.13 python3.12 python3 python; do \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null && break; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo "Newsroom needs Python 3.12 or newer, and none was found on the PATH." >&2; \
		echo "Install one (Debian 13 or Ubuntu 24.04: apt install python3 python3-venv) and run this again." >&2; exit 1; \
	fi; \
	if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then \
		echo "$$python has no venv module. On Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
	fi; \
	if ! .venv/bin/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then \
		echo "Making .venv with $$($$python --version) …"; $$python -m venv --clear .venv; \
	fi
	@echo "Installing requirements.txt …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.txt
	@echo "Installing requirements-dev.txt …"
	@.venv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

$(VAR)/secret-key: | .venv/installed
	@mkdir -p $(VAR)
	@umask 077; $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@

$(VAR)/static/staticfiles.json: .venv/installed $(shell find static -type f 2>/dev/null)
	@mkdir -p $(VAR)
	@$(ANY_KEY) $(MANAGE) collectstatic --noinput --verbosity 0
