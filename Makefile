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
PELICAN ?= $(RUN) -m plugins.build
FLAGS = $(if $(filter 1,$(DEBUG)),-D) $(if $(filter 1,$(RELATIVE)),--relative-urls)
BUILD = $(PELICAN) "$(INPUTDIR)" -o "$(OUTPUTDIR)" --fatal errors $(FLAGS) $(PELICANOPTS)
DESK = $(RUN) -m plugins.desk
INSTALL = $(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes
LOCK = $(VENV)/bin/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade --quiet \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# What an editor types reaches the commands through the environment and only as it was typed, so that quotes,
# spaces and dollar signs in it are safe.
unexport TYPE TITLE SLUG OF IN ID CODE MODE FILE ALT CREDIT PEOPLE PLACE CONSENTS REDACT NAME NAMES HOST FEED FROM ANSWER
export WELCOME_TYPE = $(value TYPE)
export WELCOME_TITLE = $(value TITLE)
export WELCOME_SLUG = $(value SLUG)
export WELCOME_OF = $(value OF)
export WELCOME_IN = $(value IN)
export WELCOME_ID = $(value ID)
export WELCOME_CODE = $(value CODE)
export WELCOME_MODE = $(value MODE)
export WELCOME_FILE = $(value FILE)
export WELCOME_PHOTO_ALT = $(value ALT)
export WELCOME_PHOTO_CREDIT = $(value CREDIT)
export WELCOME_PHOTO_PEOPLE = $(value PEOPLE)
export WELCOME_PHOTO_PLACE = $(value PLACE)
export WELCOME_PHOTO_CONSENTS = $(value CONSENTS)
export WELCOME_PHOTO_REDACT = $(value REDACT)
export WELCOME_PHOTO_NAME = $(value NAME)
export WELCOME_NAMES = $(value NAMES)
export WELCOME_HOST = $(value HOST)
export WELCOME_FEED = $(value FEED)
export WELCOME_FROM = $(value FROM)
export WELCOME_ANSWER = $(value ANSWER)
export WELCOME_VALUE = $(value VALUE)
export WELCOME_PERIOD = $(value PERIOD)
export WELCOME_SOURCE = $(value SOURCE)
export WELCOME_REASON = $(value REASON)
export WELCOME_CORRECTION = $(value CORRECTION)
export WELCOME_CHECKED = $(value CHECKED)
export WELCOME_IMPACT = $(value IMPACT)
export PYTHONDONTWRITEBYTECODE ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help html publish check new readback approve packet withdraw letters answer scan register-check rules previews ping fact facts photo guard hooks devserver devserver-global serve serve-global regenerate test test-wordpress golden bench soak lint lock clean

help: ## list all commands
	@echo 'Usage: make COMMAND'
	@echo
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1|\2/p' "$(BASEDIR)/Makefile" | while IFS='|' read -r name what; do \
		printf '%-20s %s\n' "$$name" "$$what"; done

html: $(VENV)/ready ## build the site into output/
	@$(BUILD) -s "$(CONFFILE)"

publish: $(VENV)/ready ## build the public site: make publish SITEURL=https://example.org
	@$(BUILD) -s "$(PUBLISHCONF)"

check: $(VENV)/ready ## tell everything that is wrong in the content, and build nothing (STRICT=1: warnings too)
	@$(DESK) check --settings "$(CONFFILE)" $(if $(FORMAT),--format $(FORMAT)) $(if $(STRICT),--strict)

new: $(VENV)/ready ## write a text to fill in: make new TYPE=story TITLE="A title" (or OF=content/stories/a.md IN=cy)
	@$(DESK) new --settings "$(CONFFILE)"

readback: $(VENV)/ready ## write the paper with all words of a testimony: make readback ID=C-7F3K9Q
	@$(DESK) readback --settings "$(CONFFILE)"

approve: $(VENV)/ready ## store the yes to exactly these words: make approve ID=C-7F3K9Q CODE=ABCD-EFGH
	@$(DESK) approve --settings "$(CONFFILE)"

packet: $(VENV)/ready ## write the paper that tells a person where their words are: make packet ID=C-7F3K9Q
	@$(DESK) packet --settings "$(CONFFILE)"

withdraw: $(VENV)/ready ## take a testimony back, and prove that it is gone: make withdraw ID=C-7F3K9Q MODE=gone
	@$(DESK) withdraw --settings "$(CONFFILE)"

letters: $(VENV)/ready ## write to those who show what was taken back or put right: make letters ID=C-7F3K9Q
	@$(DESK) letters --settings "$(CONFFILE)"

answer: $(VENV)/ready ## write down their answer: make answer ID=C-7F3K9Q FROM=a-group ANSWER=confirmed
	@$(DESK) answer --settings "$(CONFFILE)"

scan: $(VENV)/ready ## search the built site for what was withdrawn, by the traces that were kept
	@$(DESK) scan --settings "$(CONFFILE)"

register-check: $(VENV)/ready ## compare the private register with the public records: make register-check FILE=/outside
	@$(DESK) register-check --settings "$(CONFFILE)"

rules: $(VENV)/ready ## print what a host must be told of gone addresses and of headers: make rules HOST=nginx
	@$(DESK) rules --settings "$(CONFFILE)"

previews: $(VENV)/ready ## show what the programs of others make of a feed: make previews FEED=topic/work
	@$(DESK) previews --settings "$(CONFFILE)"

ping: $(VENV)/ready ## tell the hub which feeds changed, after a deployment: make ping SITEURL=https://example.org
	@$(DESK) ping --settings "$(PUBLISHCONF)"

fact: $(VENV)/ready ## give a figure a new value: make fact ID=F-numbers-001 VALUE="101,200; 3%" REASON="…"
	@$(DESK) fact --settings "$(CONFFILE)"

facts: $(VENV)/ready ## tell where a fact stands on the site: make facts IMPACT=F-numbers-001
	@$(DESK) facts --settings "$(CONFFILE)"

photo: $(VENV)/ready ## bring a photograph in: make photo FILE=~/a.jpg ALT="What it shows" PEOPLE=none
	@$(DESK) photo --settings "$(CONFFILE)"

guard: $(VENV)/ready ## look for private names: make guard (make the list: NAMES=/path/outside/the/repository)
	@$(DESK) guard --settings "$(CONFFILE)"

hooks: $(VENV)/ready ## let git check each commit before it is kept
	@$(DESK) hooks

devserver: $(VENV)/ready ## show the site with its drafts, and bring every save to the open page
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

test-wordpress: $(VENV)/ready-to-test ## show our stories in a real WordPress, and withdraw them (Debian's packages are needed)
	@$(RUN) -m tests.wordpress.packages
	@$(RUN) -m pytest tests/wordpress -n 0 $(PYTESTOPTS)

golden: $(VENV)/ready-to-test ## write the golden files anew; then read what changed in them
	@UPDATE_GOLDEN=1 $(RUN) -m pytest tests/small_site $(PYTESTOPTS)

bench: $(VENV)/ready-to-test ## measure builds of N texts: make bench N=2000 (PICTURES=1 with photographs, RIVALS=1 beside other generators)
	@$(RUN) -m bench --texts $(or $(N),2000) $(if $(filter 1,$(PICTURES)),--pictures) $(if $(filter 1,$(RIVALS)),--rivals) $(BENCHOPTS)

soak: $(VENV)/ready-to-test ## edit a small site again and again, and compare with clean builds: make soak N=1000 SEED=1
	@$(RUN) -m tests.build.soak --edits $(or $(N),1000) --seed $(or $(SEED),1)

lint: $(VENV)/ready-to-test ## check the style and the types of the software
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy

lock: $(VENV)/ready-to-test ## choose the newest versions of all libraries
	@$(LOCK) --group build --output-file requirements-build.lock >/dev/null
	@$(LOCK) pyproject.toml --output-file requirements.lock >/dev/null
	@$(LOCK) pyproject.toml --group test --constraint requirements.lock --output-file requirements-test.lock >/dev/null

clean: ## remove what was built
	@name=$$(basename "$(OUTPUTDIR)"); \
	root=$$(cd "$(BASEDIR)" && pwd -P); \
	parent=$$(cd "$$(dirname "$(OUTPUTDIR)")" 2>/dev/null && pwd -P); \
	case "$$parent/" in "$$root"/*) ;; *) parent= ;; esac; \
	case "$$name" in "" | / | . | ..) parent= ;; esac; \
	beside="$$parent/.$$name"; \
	if [ -z "$$parent" ] || { [ -e "$$parent/$$name" ] && [ "$$parent/$$name" != "$$root/output" ] \
		&& [ ! -e "$$beside.manifest" ] && [ ! -e "$$beside.journal.json" ]; }; then \
		echo 'OUTPUTDIR="$(OUTPUTDIR)" is no folder that was built here: nothing was removed.'; exit 2; \
	fi; \
	rm -rf -- "$$parent/$$name" "$$beside.manifest" "$$beside.journal.json" "$$beside.staging" "$$beside.lock" "$$root/.cache"

# The environment. It is made from nothing whenever a lock file changed, so that it holds what is locked and no more.
# Each file `ready` is written last, so that an installation cut off is done again.
# setuptools is locked too: feedgen is published as source only, and pip would fetch any version to build it.
# Nothing is written through a link: it leads to the environment of another folder, which would be emptied.

OWN = [ ! -L "$(VENV)" ] || { echo '$(VENV) is a link to the environment of another folder, which this would change. \
Remove the link (rm $(VENV)) and call make again.'; exit 2; }

# Also where the Python it was made with was removed or replaced.
ifneq ($(shell $(RUN) -Ic 'from importlib.util import find_spec; print(find_spec("pelican") is not None)' 2>/dev/null),True)
.PHONY: $(VENV)/ready
endif

$(VENV)/ready: requirements-build.lock requirements.lock
	@$(OWN)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo 'Python 3.11 or newer is needed. Name it, as in: make html PY=python3.12'; exit 2; }
	@$(PY) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo 'Python cannot make environments here. On Debian and Ubuntu: apt install python3-venv'; exit 2; }
	@echo 'Preparing, once (a minute or so) ...'
	@$(PY) -m venv --clear "$(VENV)"
	@$(INSTALL) -r requirements-build.lock
	@$(INSTALL) --no-build-isolation -r requirements.lock
	@touch "$@"

$(VENV)/ready-to-test: requirements-test.lock $(VENV)/ready
	@$(OWN)
	@$(INSTALL) --no-build-isolation -r requirements-test.lock
	@touch "$@"
