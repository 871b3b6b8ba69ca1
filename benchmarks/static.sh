# Sourced by run: the static analysis against its peers.

work="$here/target/static"
libraries="$root/test-corpus/target/ruling"
default_libraries=(guava jetty-util)
spotbugs=com.github.spotbugs:spotbugs:4.9.8
pmd=7.17.0

# version_in_pom NAME: a version pinned in the parent
version_in_pom() {
  sed -n "s|.*<$1>\(.*\)</$1>.*|\1|p" "$root/pom.xml"
}

# The JDK that the launcher takes. Building GoGuard is its side effect.
find_jdk() {
  GOGUARD_JAVA_OPTS='-XshowSettings:properties -version' "$root/goguard" 2>&1 |
    sed -n 's/^ *java.home = //p'
}

# collect LIBRARY…: one tree of sources, their class path, their own jars.
# Several module descriptors in one tree mean nothing, so none is kept.
collect() {
  local library
  "$root/test-corpus/ruling/run" --fetch "$@"
  rm -rf "$work"
  mkdir -p "$work/args"
  for library; do
    mkdir -p "$work/sources/$library"
    (cd "$work/sources/$library" && jar -xf "$libraries/$library/$library-sources.jar")
  done
  find "$work/sources" -type f \( -name module-info.java -o ! -name '*.java' \) -delete
  class_path=
  own_jars=()
  for library; do
    class_path+=${class_path:+:}$(cat "$libraries/$library/classpath")
    own_jars+=("$(cut -d: -f1 "$libraries/$library/classpath")")
  done
}

# tool_path COORDINATES…: the class path of a peer
tool_path() {
  local folder="$here/target/peers/$(cut -d: -f2 <<<"$1")"
  fetch_class_path "$folder" "$@" || return
  cat "$folder/classpath"
}

# contestant FILE TITLE ARGUMENTS…: an argument file; none at all mean that it is missing
contestant() {
  {
    echo "# $2"
    if [ "${3:-}" = --exit ]; then echo "# exit $4"; set -- "$1" "$2" "${@:5}"; fi
    if [ $# -gt 2 ]; then printf '"%s"\n' "${@:3}"; fi
  } >"$work/args/$1.args"
}

spoon() {
  local version path
  version=$(version_in_pom spoon.version)
  path=$(tool_path "fr.inria.gforge.spoon:spoon-core:$version" org.slf4j:slf4j-nop:2.0.18)
  contestant "$1" "Spoon $version, model only, $2" -cp "$here/target/goguard-benchmarks.jar:$path" \
    dev.goguard.benchmarks.SpoonModel "$work/sources" "$class_path" "$2"
}

goguard() {
  if [ ! -f "$root/cli/target/goguard.jar" ]; then
    contestant "$1" 'GoGuard: cli/target/goguard.jar cannot be built'
    return
  fi
  contestant "$1" 'GoGuard, check' --exit '0 1' -jar "$root/cli/target/goguard.jar" \
    check "$work/sources" -cp "$class_path" --sarif "$work/goguard.sarif"
}

# Only the detectors of its category for multithreading, which is faster than all of them.
spotbugs() {
  local path
  path=$(tool_path "$spotbugs") || return
  contestant "$1" "SpotBugs ${spotbugs##*:}, multithreading" -cp "$path" \
    edu.umd.cs.findbugs.FindBugs2 -bugCategories MT_CORRECTNESS \
    -visitors "$(grep -v '^#' "$here/spotbugs-detectors.txt" | paste -sd,)" \
    -auxclasspath "$class_path" -output "$work/spotbugs.txt" "${own_jars[@]}"
}

pmd() {
  local path
  path=$(tool_path "net.sourceforge.pmd:pmd-cli:$pmd" "net.sourceforge.pmd:pmd-java:$pmd") || return
  contestant "$1" "PMD $pmd, multithreading" --exit '0 4 5' -cp "$path" \
    net.sourceforge.pmd.cli.PmdCli check --no-progress --no-cache -f text -r "$work/pmd.txt" \
    -R category/java/multithreading.xml --aux-classpath "$class_path" -d "$work/sources"
}

run_static() {
  local lines jdk
  if [ $# = 0 ]; then set -- "${default_libraries[@]}"; fi
  jdk=$(find_jdk) || jdk=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
  build_benchmarks
  collect "$@"
  spoon 1-spoon no-comments
  spoon 2-spoon comments
  goguard 3-goguard
  spotbugs 4-spotbugs || contestant 4-spotbugs "SpotBugs: $spotbugs cannot be fetched"
  pmd 5-pmd || contestant 5-pmd "PMD: $pmd cannot be fetched"
  lines=$(find "$work/sources" -name '*.java' -exec cat {} + | wc -l)
  {
    echo "# Static analysis of $(echo "$@" | sed 's/ /, /g')"
    echo
    "$jdk/bin/java" -cp "$here/target/goguard-benchmarks.jar" \
      dev.goguard.benchmarks.SideBySide "${ROUNDS:-3}" "$lines" "$work/args"
  } | tee "$work/static.md"
  mkdir -p "$here/results"
  cp "$work/static.md" "$here/results/static.md"
}
