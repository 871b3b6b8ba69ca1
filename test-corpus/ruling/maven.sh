# Sourced: jars and class paths from Maven Central, by plain Maven.

dependency_plugin=org.apache.maven.plugins:maven-dependency-plugin:3.8.1

# pom COORDINATES…: a project that depends on them all
pom() {
  local coordinates group artifact version
  echo '<project><modelVersion>4.0.0</modelVersion>'
  echo '<groupId>fetch</groupId><artifactId>fetch</artifactId><version>1</version>'
  echo '<packaging>pom</packaging><dependencies>'
  for coordinates; do
    IFS=: read -r group artifact version <<<"$coordinates"
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>\n' \
      "$group" "$artifact" "$version"
  done
  echo '</dependencies></project>'
}

maven() {
  mvn -B -q -ntp -Dstyle.color=never "$@" >&2
}

# is_fetched FOLDER COORDINATES…
is_fetched() {
  [ "$(cat "$1/fetched" 2>/dev/null)" = "${*:2}" ]
}

# fetch_class_path FOLDER COORDINATES…: what depends on them all needs, in FOLDER/classpath
fetch_class_path() {
  local folder=$1
  if is_fetched "$@"; then return; fi
  echo "fetching $2" >&2
  mkdir -p "$folder"
  pom "${@:2}" >"$folder/pom.xml"
  maven -f "$folder/pom.xml" "$dependency_plugin:build-classpath" \
    -Dmdep.outputFile="$folder/classpath" || return
  echo "${*:2}" >"$folder/fetched"
}

# fetch_sources COORDINATES FILE: the sources jar
fetch_sources() {
  local group artifact version
  if [ -f "$2" ]; then return; fi
  IFS=: read -r group artifact version <<<"$1"
  maven "$dependency_plugin:copy" -Dartifact="$1:jar:sources" -DoutputDirectory="$(dirname "$2")" || return
  mv "$(dirname "$2")/$artifact-$version-sources.jar" "$2"
}
