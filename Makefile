# t2v: text to video in a terminal. “make help” lists what can be made.

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
BUILD := .build/release
# One build serves the programs and the tests: the tests see public and package symbols alone, so nothing has to be
# compiled again with testing enabled.
SWIFT_BUILD := $(SWIFT) build -c release

# What the programs are built with, and what the built-in studio runs with.
PACKAGES := libedit-dev libcurl4-openssl-dev libsqlite3-dev pkg-config ffmpeg fontconfig fonts-inter \
	fonts-wqy-microhei fonts-symbola

.DEFAULT_GOAL := help
.PHONY: help deps build run test bench install uninstall lint format clean

help: ## Show what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: ## Install the Debian packages that are missing
	@sh Scripts/install-packages.sh $(PACKAGES)

build: deps ## Build both programs into .build/release
	$(SWIFT_BUILD) --product t2v
	$(SWIFT_BUILD) --product t2v-studio

run: build ## Build what is missing and start t2v on the built-in studio
	@$(BUILD)/t2v --studio local $(ARGS)

test: deps ## Run all tests
	@SWIFT="$(SWIFT)" sh Scripts/run-tests.sh $(ARGS)

bench: build ## Measure against public tools; Docs/Benchmarks.md explains the table
	python3 Benchmarks/bench.py $(ARGS)

install: build ## Install both programs and SKILL.md under PREFIX (default /usr/local)
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/t2v"
	install -s -m 755 $(BUILD)/t2v $(BUILD)/t2v-studio "$(DESTDIR)$(PREFIX)/bin"
	install -m 644 SKILL.md "$(DESTDIR)$(PREFIX)/share/t2v"

uninstall: ## Remove what install put under PREFIX
	rm -f "$(DESTDIR)$(PREFIX)/bin/t2v" "$(DESTDIR)$(PREFIX)/bin/t2v-studio"
	rm -rf "$(DESTDIR)$(PREFIX)/share/t2v"

lint: ## Check the layout of the source
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests

format: ## Lay out the source
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests

clean: ## Remove everything that was built
	$(SWIFT) package clean
	rm -rf .build
