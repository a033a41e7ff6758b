# The commands of Welcome Stories. `make` alone lists them.

PY ?= python3
BASEDIR := $(CURDIR)
INPUTDIR ?= $(BASEDIR)/content
OUTPUTDIR ?= $(BASEDIR)/output
CONFFILE ?= $(BASEDIR)/pelicanconf.py
PUBLISHCONF ?= $(BASEDIR)/publishconf.py
PELICANOPTS ?=
PYTESTOPTS ?=
PORT ?= 8000
DEBUG ?= 0
RELATIVE ?= 0

VENV := .venv
RUN := $(VENV)/bin/python
PELICAN ?= $(VENV)/bin/pelican
BUILD = $(PELICAN) "$(INPUTDIR)" -o "$(OUTPUTDIR)" --fatal errors $(PELICANOPTS)
DESK = $(RUN) -m plugins.desk

ifeq ($(DEBUG), 1)
	PELICANOPTS += -D
endif

# What an editor types reaches the commands through the environment, so that quotes and spaces in it are safe.
export WELCOME_TYPE = $(value TYPE)
export WELCOME_TITLE = $(value TITLE)
export WELCOME_SLUG = $(value SLUG)
export WELCOME_OF = $(value OF)
export WELCOME_IN = $(value IN)
export PYTHONDONTWRITEBYTECODE ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html publish check new devserver devserver-global serve serve-global regenerate test golden bench lint lock clean

help: ## list all commands
	@echo 'Usage: make COMMAND'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' $(BASEDIR)/Makefile | while IFS='|' read -r name what; do \
		printf '%-20s %s\n' "$$name" "$$what"; done

html: $(VENV)/ready ## build the site into output/
	@$(BUILD) -s "$(CONFFILE)"

publish: $(VENV)/ready ## build the public site: make publish SITEURL=https://example.org
	@$(BUILD) -s "$(PUBLISHCONF)"

check: $(VENV)/ready ## tell everything that is wrong in the content, and build nothing
	@$(DESK) check --settings "$(CONFFILE)" $(if $(FORMAT),--format $(FORMAT))

new: $(VENV)/ready ## write a text to fill in: make new TYPE=story TITLE="A title" (or OF=content/stories/a.md IN=cy)
	@$(DESK) new --settings "$(CONFFILE)"

devserver: $(VENV)/ready ## show the site with its drafts, and build it again on every change
	@$(DESK) devserver --settings "$(CONFFILE)" --port $(PORT)

devserver-global: $(VENV)/ready ## the same, for everyone on your network
	@$(DESK) devserver --settings "$(CONFFILE)" --port $(PORT) --bind 0.0.0.0

serve: $(VENV)/ready ## show the site that was built
	@$(DESK) serve --output "$(OUTPUTDIR)" --port $(PORT)

serve-global: $(VENV)/ready ## the same, for everyone on your network
	@$(DESK) serve --output "$(OUTPUTDIR)" --port $(PORT) --bind 0.0.0.0

regenerate: $(VENV)/ready ## build the site into output/ again on every change
	@$(DESK) regenerate --settings "$(CONFFILE)" --output "$(OUTPUTDIR)"

test: $(VENV)/ready-to-test ## run all tests
	@$(RUN) -m pytest $(PYTESTOPTS)

golden: $(VENV)/ready-to-test ## write the golden files anew; then read what changed in them
	@UPDATE_GOLDEN=1 $(RUN) -m pytest tests/small_site $(PYTESTOPTS)

bench: $(VENV)/ready-to-test ## measure a clean build of N texts: make bench N=2000
	@$(RUN) -m bench --texts $(or $(N),2000) $(BENCHOPTS)

lint: $(VENV)/ready-to-test ## check the style and the types of the software
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy

lock: $(VENV)/ready-to-test ## choose the newest versions of all libraries
	@cd $(BASEDIR) && for group in "requirements.lock" "requirements-test.lock --group test"; do \
		$(VENV)/bin/uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-annotate \
			--upgrade --quiet --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
			--output-file $$group >/dev/null || exit 1; done

clean: ## remove what was built
	@test -n "$(OUTPUTDIR)" && test "$(OUTPUTDIR)" != / && test "$(OUTPUTDIR)" != "$(HOME)" && test ! -e "$(OUTPUTDIR)/Makefile"
	rm -rf -- "$(OUTPUTDIR)" "$(dir $(OUTPUTDIR)).$(notdir $(OUTPUTDIR)).manifest.json" \
		"$(dir $(OUTPUTDIR)).$(notdir $(OUTPUTDIR)).journal.json" "$(dir $(OUTPUTDIR)).$(notdir $(OUTPUTDIR)).staging" "$(BASEDIR)/.cache"

# The environment. Each file `ready` is written last, so that an installation cut off is done again.

$(VENV)/bin/python:
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed. Name it, as in: make html PY=python3.12'; exit 2; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'Python cannot make environments here. On Debian and Ubuntu: apt install python3-venv'; exit 2; }
	@echo 'Preparing, once (a minute or so) ...'
	@$(PY) -m venv --clear "$(VENV)"

$(VENV)/ready: requirements.lock | $(VENV)/bin/python
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch "$@"

$(VENV)/ready-to-test: requirements-test.lock | $(VENV)/ready
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-test.lock
	@touch "$@"
