# Sourced by run: the goroutine runtime against its peers.

work="$here/target/runtime"

# build_go: the Go program, when there is a toolchain that can build it
build_go() {
  go_version=Go
  command -v go >/dev/null || return 0
  go_version=$(go env GOVERSION | sed 's/^go/Go /')
  (cd "$here/go" && CGO_ENABLED=0 go build -o "$work/go-benchmarks" .) >&2 || true
}

run_runtime() {
  local jdk
  jdk=$(newest_jdk)
  build_benchmarks
  rm -rf "$work"
  mkdir -p "$work"
  build_go
  {
    echo "# Goroutine runtime${*:+: $*}"
    echo
    "$jdk/bin/java" -cp "$here/target/goguard-benchmarks.jar:$(cat "$here/target/classpath")" \
      dev.goguard.benchmarks.runtime.RuntimeBenchmark "$go_version" "$work/go-benchmarks" "$@"
  } | tee "$work/runtime.md"
  if [ $# = 0 ] && [ "${QUICK:-}" != 1 ]; then
    mkdir -p "$here/results"
    cp "$work/runtime.md" "$here/results/runtime.md"
  fi
}
