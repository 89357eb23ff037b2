# t2v: text to video in a terminal. “make help” lists what can be made.

PREFIX ?= /usr/local
DESTDIR ?=
STRIP ?= strip
SWIFT ?= swift
BUILD := .build/release
# One build serves the programs and the tests: the tests see public and package symbols alone, so nothing has to be
# compiled again with testing enabled. The programs look for no libraries beside themselves.
SWIFT_BUILD := $(SWIFT) build -c release --disable-local-rpath

# What the programs are built with, and what the built-in studio runs with.
PACKAGES := libedit-dev libcurl4-openssl-dev libcmark-dev libyaml-dev libsqlite3-dev pkg-config ffmpeg fontconfig fonts-inter \
	fonts-wqy-microhei fonts-symbola fonts-noto-core fonts-noto-color-emoji pango1.0-tools python3

# NO_BUILD=1 takes the programs as they are: for root, who may have no Swift, and for machines that only package.
PROGRAMS := $(if $(NO_BUILD),,build)

.DEFAULT_GOAL := help
GALLERY ?= build/gallery

# How long a fault campaign is and how long each target is fuzzed, by hand; “make test” has 200 rounds.
ROUNDS ?= 5000
SECONDS ?= 600
SEED ?=
ROUND ?=
BYTE ?=
TARGET ?=

.PHONY: help deps build run test test-openai torture fuzz soak bench bench-deps link-order gallery install uninstall deb dist screenshots docs check-files \
	lint format clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## Install the Debian packages that are missing
	@sh Scripts/install-packages.sh $(PACKAGES)

build: deps ## Build both programs into .build/release
	$(SWIFT_BUILD) --product t2v
	$(SWIFT_BUILD) --product t2v-studio

run: build ## Build what is missing and start t2v on the built-in studio
	@$(BUILD)/t2v --studio local $(ARGS)

test: deps ## Run all tests
	@SWIFT="$(SWIFT)" sh Scripts/run-tests.sh $(ARGS)

test-openai: deps ## Run the tests of the videos API with PyPI's openai, in a Python of its own
	@[ -x .build/openai/bin/python ] || python3 -m venv .build/openai
	@.build/openai/bin/python -c 'import openai' 2>/dev/null || .build/openai/bin/pip install --quiet openai
	@T2V_OPENAI_PYTHON="$$PWD/.build/openai/bin/python" SWIFT="$(SWIFT)" sh Scripts/run-tests.sh --filter '^GenerationTests\.'

# Certificates that nobody vouches for.
test: PACKAGES += openssl

torture: deps ## Break whatever can break, ROUNDS times (default 5000); SEED=… ROUND=… or BYTE=… repeat one round
	@SWIFT="$(SWIFT)" SEED="$(SEED)" ROUND="$(ROUND)" BYTE="$(BYTE)" ROUNDS="$(ROUNDS)" VERBOSE="$(VERBOSE)" sh Scripts/run-tests.sh --filter TortureTests

fuzz: deps ## Fuzz what reads text and bytes from outside, each target SECONDS long (default 600); TARGET=… one alone
	@SWIFT="$(SWIFT)" SECONDS_EACH="$(SECONDS)" TARGET="$(TARGET)" sh Scripts/fuzz.sh

soak: deps ## Talk for 2,000 turns and read a stream of 1 GB, and look at memory and file descriptors
	@SWIFT="$(SWIFT)" SOAK=long sh Scripts/run-tests.sh --filter SoakTests

bench: build ## Measure against public tools; Docs/Benchmarks.md explains the table
	$(SWIFT_BUILD) --product SceneCosts
	python3 Benchmarks/bench.py $(ARGS)

bench-deps: ## Install the peers from PyPI that “make bench” compares with, in a folder of their own under .build
	python3 -m venv .build/bench-peers
	.build/bench-peers/bin/pip install --quiet llm httpx httpx-sse

link-order: build ## List what a conversation runs, for the linker to put side by side (needs valgrind; takes a minute or two)
	python3 Scripts/link-order.py

gallery: build ## Draw what the studio can draw into build/gallery, to be looked at
	sh Scripts/gallery.sh $(BUILD)/t2v-studio $(GALLERY)

install: $(PROGRAMS) ## Install programs, manuals and completions under PREFIX (default /usr/local)
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" BUILD="$(BUILD)" STRIP="$(STRIP)" sh Scripts/install.sh install

uninstall: ## Remove exactly what install put under PREFIX
	@PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" sh Scripts/install.sh uninstall

deb: $(PROGRAMS) ## Build a Debian package into dist/
	@BUILD="$(BUILD)" STRIP="$(STRIP)" sh Scripts/build-deb.sh

dist: ## Pack the committed source into dist/
	@sh Scripts/pack-source.sh

screenshots: $(PROGRAMS) ## Draw the pictures of the documentation from the real programs
	@sh Scripts/draw-screenshots.sh "$(BUILD)"
	@python3 Scripts/draw_claim_page.py "$(BUILD)" Docs/images/claim.png
	@sh Scripts/gallery.sh "$(BUILD)/t2v-studio" "$(GALLERY)" Docs/gallery

docs: $(PROGRAMS) ## Build the documentation of the source into .build/documentation
	@SWIFT="$(SWIFT)" python3 Scripts/build-documentation.py "$(BUILD)" .build/documentation $(ARGS)

check-files: $(PROGRAMS) ## Check manuals and installation against the programs
	@python3 Scripts/check-manuals.py "$(BUILD)"
	@BUILD="$(BUILD)" sh Scripts/check-installation.sh

lint: ## Check the layout of the source
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## Lay out the source
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

clean: ## Remove everything that was built
	$(SWIFT) package clean
	rm -rf .build
