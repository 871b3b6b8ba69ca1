# Sourced: the class path, the sources and the classes of a library, below $work/NAME.

# The parts of JUnit are named one by one, so that no library's choice of one prevails.
junit=5.13.4
platform=1.13.4
launcher=(
  org.junit.platform:junit-platform-{console,reporting,launcher,engine,suite-api,commons}:$platform
  org.junit.jupiter:junit-jupiter{,-api,-engine,-params}:$junit
  org.junit.vintage:junit-vintage-engine:$junit
)

# value NAME KEY: what its block in the list says
value() {
  awk -v name="$1" -v key="$2" '
    /^[^ #]/ { found = $1 == name }
    found && $1 == key { sub(/^ *[^ ]+ +/, ""); print; exit }' "$here/libraries.txt"
}

# checkout NAME: the folder of its repository at its tag
checkout() {
  local url tag folder
  read -r url tag folder <<<"$(value "$1" tests)"
  if [ -d "$sources/$1" ]; then
    echo "$sources/$1"
    return
  fi
  if [ ! -d "$work/$1/checkout" ]; then
    git -c advice.detachedHead=false clone -q --depth 1 --branch "$tag" "$url" "$work/$1/checkout" >&2 || return
  fi
  echo "$work/$1/checkout"
}

# sources_in FOLDER ONLY OMIT: the Java files of the folder by path below it
sources_in() {
  (cd "$1" && find . -name '*.java' ! -name module-info.java ! -name package-info.java -printf '%P\n') |
    { grep -E "${2:-.}" || true; } | { grep -Ev "${3:-^$}" || true; } | sort | sed "s#^#$1/#"
}

# compile NAME: the tests, and the library where it is not released, in $work/NAME/classes
compile() {
  local name=$1 folder checkout main tests
  checkout=$(checkout "$name")
  folder=$(value "$name" tests | cut -d' ' -f3)
  tests="$checkout/$folder"
  main=$(value "$name" main)
  rm -rf "$work/$name/classes"
  mkdir -p "$work/$name/classes"
  {
    sources_in "$tests/java" "$(value "$name" only)" "$(value "$name" omit)"
    if [ -n "$main" ]; then sources_in "$checkout/$main/java"; fi
  } >"$work/$name/files"
  "$jdk/bin/javac" -nowarn -proc:none -implicit:class -g -parameters -encoding UTF-8 \
    -d "$work/$name/classes" -cp "$(cat "$work/$name/classpath")" \
    -sourcepath "$tests/java" "@$work/$name/files" 2>"$work/$name/javac.log" ||
    { cat "$work/$name/javac.log" >&2 && return 1; }
  if [ -d "$tests/resources" ]; then cp -r "$tests/resources/." "$work/$name/classes/"; fi
}

# build NAME
build() {
  # shellcheck disable=SC2046 # coordinates are separate words
  fetch_class_path "$work/$1" $(value "$1" release) $(value "$1" needs) "${launcher[@]}"
  compile "$1"
}
