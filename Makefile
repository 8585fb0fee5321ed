PREFIX ?= /usr/local

.PHONY: build test demo lint bench install clean

build: ; swift build
test: ; sh Tests/run.sh
demo: ; sh Examples/demo.sh
lint: ; swift format lint --strict --recursive Package.swift Sources Tests Examples Benchmarks
bench: ; sh Benchmarks/run.sh
install: ; sh .ci/install "$(PREFIX)"
clean: ; rm -rf .build
