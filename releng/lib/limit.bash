# SPDX-License-Identifier: EPL-2.0
# Commands that end within a limit, whatever they do. Sourced.

# descendants PID: the processes that a process started, and those that these started.
descendants() {
  ps -A -o pid= -o ppid= | awk -v root="$1" '
    { parent[$1] = $2 }
    END {
      for (pid in parent) {
        for (up = pid; up in parent && up != root && up > 1; up = parent[up]) { }
        if (up == root && pid != root) print pid
      }
    }'
}

# print_stacks PID…: what each Java process among them does; one that doesn't answer is passed over.
print_stacks() {
  local pid jstack seconds
  for pid in "$@"; do
    case $(ps -o comm= -p "$pid" 2>/dev/null) in
      java | */java) ;;
      *) continue ;;
    esac
    printf '\n== Java process %s: %.400s\n' "$pid" "$(ps -o args= -p "$pid")"
    "${JAVA_HOME:+$JAVA_HOME/bin/}jstack" -l "$pid" &
    jstack=$!
    for ((seconds = 0; seconds < 20; seconds++)); do
      kill -0 "$jstack" 2>/dev/null || continue 2
      sleep 1
    done
    echo "It does not answer."
    kill -KILL "$jstack" 2>/dev/null || true
  done
}

# Ends a process group and what left it: asked first, forced five seconds later.
end_group() {
  local leader=$1 left seconds
  left=$(descendants "$leader" | tr '\n' ' ')
  # shellcheck disable=SC2086 # a list of numbers
  kill -TERM -- "-$leader" $left 2>/dev/null || return 0
  for ((seconds = 0; seconds < 5; seconds++)); do
    # shellcheck disable=SC2086
    kill -0 -- "-$leader" $left 2>/dev/null || return 0
    sleep 1
  done
  # shellcheck disable=SC2086
  kill -KILL -- "-$leader" $left 2>/dev/null || true
}

# within SECONDS COMMAND…: runs a command, and ends it with all that it started when it takes longer.
# Gives its exit status, or 124 after the limit. The command named by ON_LIMIT is told the process
# before that, to save what can be seen.
within() {
  local limit=$1 status=0 end process
  shift
  end=$((SECONDS + limit))
  set -m
  "$@" </dev/null &
  process=$!
  set +m
  # shellcheck disable=SC2064 # the process of now
  trap "end_group $process; exit 130" INT TERM
  while kill -0 "$process" 2>/dev/null; do
    if [ "$SECONDS" -ge "$end" ]; then
      "${ON_LIMIT:-:}" "$process" || true
      end_group "$process"
      status=124
      break
    fi
    sleep 0.2
  done
  if [ "$status" = 124 ]; then
    wait "$process" 2>/dev/null || true
  else
    wait "$process" 2>/dev/null || status=$?
  fi
  trap - INT TERM
  return "$status"
}
