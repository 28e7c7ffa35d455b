# SPDX-License-Identifier: EPL-2.0
# What `vesalius` and `verify` share: the JDK, Maven and the system's packages. Sourced, needs $ROOT.

MAVEN_VERSION=3.9.11
TOOLS="$ROOT/.tools"
# Seconds that a download, or another program at the packages, is waited for.
PATIENCE=900

# shellcheck source=releng/lib/limit.bash
. "$ROOT/releng/lib/limit.bash"

# Without a locale, as in a bare container, Java could not name files beyond ASCII.
case ${LC_ALL:-${LC_CTYPE:-${LANG-}}} in
  '' | C | POSIX) export LC_ALL=C.UTF-8 ;;
esac

say() { printf 'vesalius: %s\n' "$*" >&2; }

fail() {
  say "$*"
  exit 5
}

# The commit that is built, for the About dialog.
commit() { git -C "$ROOT" describe --always --dirty --abbrev=12 --exclude='*' 2>/dev/null || echo unknown; }

on_debian_as_root() { [ "$(id -u)" = 0 ] && [ -e /etc/debian_version ]; }

# apt_get ARGUMENT…: apt-get, which waits while another program holds its locks, and asks nothing.
apt_get() {
  DEBIAN_FRONTEND=noninteractive within "$PATIENCE" apt-get -o DPkg::Lock::Timeout="$PATIENCE" \
    -o Acquire::http::Timeout=60 -o Acquire::https::Timeout=60 -o Acquire::Retries=3 "$@"
}

# Fetches the lists of packages. Their lock is one that apt-get gives up on at once.
apt_update() {
  local end=$((SECONDS + PATIENCE)) said
  while :; do
    said=$(apt_get update 2>&1) && return
    case $said in
      *lists/lock*) [ "$SECONDS" -lt "$end" ] || break ;;
      *) break ;;
    esac
    sleep 2
  done
  printf '%s\n' "$said"
  return 1
}

# install_packages WHY PACKAGE…: installs on Debian as root, else says what to run and stops.
install_packages() {
  local why=$1
  shift
  if ! on_debian_as_root; then
    fail "$why On Debian or Ubuntu: sudo apt-get install -y $* — elsewhere install what these packages hold, then run this again."
  fi
  say "$why Installing: $*"
  mkdir -p "$TOOLS"
  if ! { apt_update && apt_get install -y --no-install-recommends "$@"; } >"$TOOLS/packages.log" 2>&1; then
    tail -n 20 "$TOOLS/packages.log" >&2
    fail "The packages could not be installed. Run: apt-get update && apt-get install -y $*"
  fi
}

# The major version of the JDK in a folder, 0 where it can't be told.
jdk_version() {
  local line
  line=$(grep -s '^JAVA_VERSION=' "$1/release") || line='JAVA_VERSION="0"'
  line=${line#*\"}
  printf '%s' "${line%%[!0-9]*}"
}

jdk_candidates() {
  printf '%s\n' "${JAVA_HOME-}"
  local javac
  javac=$(command -v javac) && javac=$(readlink -f "$javac") && dirname "$(dirname "$javac")"
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v 17+ 2>/dev/null
  printf '%s\n' /usr/lib/jvm/*
}

# Sets JAVA_HOME to a JDK of version 17 or newer; fails where there is none.
find_jdk() {
  local home
  while read -r home; do
    if [ -x "$home/bin/javac" ] && [ "$(jdk_version "$home")" -ge 17 ]; then
      export JAVA_HOME=$home
      return
    fi
  done < <(jdk_candidates)
  return 1
}

need_jdk() {
  find_jdk && return
  local package=openjdk-17-jdk-headless
  if on_debian_as_root; then
    apt_update >/dev/null || true
    apt-cache show "$package" >/dev/null 2>&1 || package=default-jdk-headless
  fi
  install_packages "A JDK 17 or newer is needed, and none was found in JAVA_HOME, PATH or /usr/lib/jvm." "$package"
  find_jdk || fail "No JDK 17 or newer was found after the installation; set JAVA_HOME to one."
}

# Sets MVN to a Maven 3.9: the machine's own, or one that the machine's older Maven brings.
need_maven() {
  MVN=$(command -v mvn) || {
    install_packages "Maven is needed, and there is no mvn." maven
    MVN=$(command -v mvn) || fail "No mvn was found after the installation."
  }
  case $("$MVN" --version 2>/dev/null | head -n 1) in
    *"Maven 3.9."*) return ;;
  esac
  local own="$TOOLS/apache-maven-$MAVEN_VERSION"
  [ -e "$own/complete" ] || bring_maven "$own"
  MVN="$own/bin/mvn"
}

bring_maven() {
  local zip="apache-maven-$MAVEN_VERSION-bin.zip"
  say "Bringing Maven $MAVEN_VERSION into .tools/ (the build needs Maven 3.9)"
  mkdir -p "$TOOLS"
  # shellcheck disable=SC2086 # MVN_ARGS is a list of words
  if ! (cd "$TOOLS" && within "$PATIENCE" "$MVN" -B -q -C ${MVN_ARGS-} \
    -Dmaven.wagon.rto=60000 -Daether.connector.requestTimeout=60000 \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
    "-Dartifact=org.apache.maven:apache-maven:$MAVEN_VERSION:zip:bin" "-DoutputDirectory=$TOOLS") \
    >"$TOOLS/maven.log" 2>&1; then
    tail -n 20 "$TOOLS/maven.log" >&2
    fail "Maven $MAVEN_VERSION could not be fetched; install Maven 3.9 and run this again."
  fi
  (cd "$TOOLS" && "$JAVA_HOME/bin/jar" xf "$zip" && rm "$zip" && chmod +x "$1/bin/mvn" && : >"$1/complete") ||
    fail "$TOOLS/$zip could not be unpacked."
}

has_library() { PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep "$1" >/dev/null; }

# of_last_commit FOLDER: what makes builds of one commit equal: its time, as that of all files in jars and as qualifier.
of_last_commit() {
  local time
  time=$(TZ=UTC git -C "$1" log -1 --format=%cd --date=format-local:%Y-%m-%dT%H:%M:%SZ 2>/dev/null) || return 0
  printf '%s' "-Dproject.build.outputTimestamp=$time -DforceContextQualifier=v$(printf '%s' "$time" | tr -d ':TZ-')"
}
