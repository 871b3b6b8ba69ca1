# Sourced by run: what the race detector costs.

work="$here/target/race"

# build_race_agent: the jar that -javaagent takes
build_race_agent() {
  maven -f "$root/pom.xml" -pl runtime-monitor/agent -am package -DskipTests
}

# build_go_race: the Go programs, without and with its race detector, where the toolchain can
build_go_race() {
  go_version="no Go"
  command -v go >/dev/null || return 0
  go_version=$(go env GOVERSION | sed 's/^go/Go /')
  (cd "$here/go" && CGO_ENABLED=0 go build -o "$work/go-programs" ./race) >&2 || true
  (cd "$here/go" && CGO_ENABLED=1 go build -race -o "$work/go-programs-race" ./race) >&2 || true
}

run_race() {
  local jdk
  jdk=$(newest_jdk)
  build_benchmarks
  build_race_agent
  rm -rf "$work"
  mkdir -p "$work"
  build_go_race
  {
    echo "# Race detector${*:+: $*}"
    echo
    "$jdk/bin/java" -cp "$here/target/goguard-benchmarks.jar:$(cat "$here/target/classpath")" \
      dev.goguard.benchmarks.race.RaceBenchmark "$work" \
      "$root/runtime-monitor/agent/target/goguard-agent.jar" \
      "$go_version" "$work/go-programs" "$work/go-programs-race" "$@"
  } | tee "$work/race.md"
  if [ $# = 0 ] && [ "${QUICK:-}" != 1 ]; then
    mkdir -p "$here/results"
    cp "$work/race.md" "$here/results/race.md"
  fi
}
