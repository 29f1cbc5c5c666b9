# Everything that a fresh Debian machine with JDK 17, Maven, make and apt needs is installed from here.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
MVN := mvn -B -ntp
JAR := target/dokbro.jar
SOURCES := pom.xml $(shell find src/main routes config -type f)

.PHONY: help run test bench chaos chaos-proof package format clean

help: ## What can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: $(JAR) ## Dokbro with both simulated systems, console on http://localhost:8080 (PORT= to change)
	java -jar $(JAR) --sandbox --server.port=$(PORT)

test: ## Every test, formatting and boundaries included
	$(MVN) verify

bench: $(JAR) ## Prints the benchmark table, writes target/bench.json (BENCH=quick for a smoke check)
	$(MVN) -q test-compile
	java -cp $(JAR) -Dloader.path=target/test-classes -Dloader.main=dokbro.bench.Bench \
		org.springframework.boot.loader.launch.PropertiesLauncher

chaos: $(JAR) ## Faults, edits and SIGKILLs on H2 and PostgreSQL, writes target/chaos.json (RUNS=, RECORDS=, SEED=, PROVE=)
	$(MVN) -q test-compile dependency:build-classpath -Dmdep.outputFile=target/test-classpath.txt
	RUNS=$(RUNS) RECORDS=$(RECORDS) SEED=$(SEED) PROVE=$(PROVE) \
		java -cp target/classes:target/test-classes:$$(cat target/test-classpath.txt) dokbro.chaos.Chaos

chaos-proof: ## Shows that the fault test notices a missing probe, and H2 with its own delay of writes
	$(MAKE) chaos PROVE=probe
	$(MAKE) chaos PROVE=write-delay

package: $(JAR) ## target/dokbro.jar, runnable alone

$(JAR): $(SOURCES)
	$(MVN) -q package -DskipTests -Dspotless.check.skip
	@touch $(JAR)

format: ## Formats the sources
	$(MVN) -q spotless:apply

clean: ## Removes target/
	$(MVN) -q clean
