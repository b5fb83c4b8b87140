# The commands of this project; `make help` lists them.

.DEFAULT_GOAL := help
.PHONY: help report test build check bench lint format clean set-up

sources := Package.swift Sources Tests $(wildcard Benchmarks/Package.swift Benchmarks/Sources)

help: ## Show this list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1	\2/p' Makefile | expand -t 16

report: build ## Set up, build, and write Reports/ from Chains/
	@.build/release/chaingap report

test: set-up ## Set up, build, and run all tests
	@.ci/set-up peers
	@.ci/set-up browser
	@.ci/set-up offices
	@.ci/set-up language-server
	swift build --build-tests
	@.ci/test

build: set-up ## Set up and build the release command, .build/release/chaingap
	swift build -c release --product chaingap

check: ## Run what continuous integration runs
	@.ci/run

bench: set-up ## Measure all jobs of Benchmarks/ beside their peers (JOBS="name …" for some)
	Benchmarks/Peers/install
	cd Benchmarks && swift run -c release benchmarks $(JOBS)

lint: ## Check the format of the Swift files
	swift format lint --strict --recursive $(sources)

format: ## Format the Swift files
	swift format --in-place --recursive $(sources)

clean: ## Remove what was built
	swift package clean

set-up:
	@.ci/set-up
