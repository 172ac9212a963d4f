# make run and make test do all the set-up that they need, on a fresh machine too.
SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c
SWIFT ?= swift
# Says nothing of files that packages carry beside their sources.
QUIETER := grep --line-buffered -v -e 'which are unhandled' -e '/checkouts/.*CMakeLists.txt$$'
LISTEN ?= 127.0.0.1:8080
RECORD ?= local/record.sqlite
# Who the visitor of `make run` is, without a password: it serves this machine alone.
VISITOR ?= ana
CORPORA ?= ../shared/corpora
# How many tests run at a time: with all at once on two cores, each waits for all others, and those with a clock fail.
export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH ?= 8

.PHONY: run test acceptance core bench format lint corpora setup

run: setup
	@echo "Building mayday (the first time takes some minutes) …"
	@$(SWIFT) build -c release --product mayday 2>&1 | $(QUIETER)
	@Scripts/sample.sh .build/release/mayday $(RECORD)
	@exec .build/release/mayday serve --record $(RECORD) --listen $(LISTEN) --as $(VISITOR)

test: setup corpora lint
	@echo "Building and testing everything (the first time takes some minutes) …"
	@$(SWIFT) test --parallel 2>&1 | $(QUIETER)
	@Scripts/acceptance.sh

# The built program met by a browser, by readers of feeds and status pages, and by a tester of APIs.
acceptance: setup
	@$(SWIFT) build --product mayday 2>&1 | $(QUIETER)
	@Scripts/acceptance.sh

# The pure engines alone: seconds, no database, no server.
core: setup
	@CORE_ONLY=1 $(SWIFT) test --parallel --scratch-path .build-core

bench: setup
	@Scripts/bench.sh

format:
	@$(SWIFT) format format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

lint:
	@echo "Checking the format …"
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift

# Unpacks the captured incidents beside the build, file times kept.
corpora:
	@Scripts/corpora.sh $(CORPORA)

setup:
	@Scripts/setup.sh
