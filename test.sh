#!/usr/bin/env bash
# Runs every test and ends with one line, "N passed, N failed". The code is 0 only when everything ran and nothing failed.
#
#   ./test.sh                  what a change must pass
#   ./test.sh --long           also what takes long: killing servers, soak, a million rows
#   ./test.sh --filter NAME    only tests whose full name contains NAME
#   ./test.sh Gateway Api      only these projects of tests
#
# Needs the .NET SDK named in global.json. What else it needs it installs with apt when run as root on Debian or Ubuntu;
# otherwise it says what to install. CHROMIUM_PATH names another Chromium or Chrome, TEST_POSTGRES a PostgreSQL that runs
# already (a connection string with the right to create databases). Without Node.js, what the README does with it is left out.
set -euo pipefail

root=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
cd "$root"

readonly configuration=Release
readonly results=$root/artifacts/test-results
readonly project_timeout=40m

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# A build node that outlives the build would keep a caller waiting that reads our output to its end.
export MSBUILDDISABLENODEREUSE=1

passed=0
failed=0
skipped=0
postgres_pid=
postgres_folder=

main() {
  local long=false filter='' names=()
  while (($#)); do
    case $1 in
      --long) long=true ;;
      --filter) filter=${2:?--filter needs a part of a test\'s name}; shift ;;
      -h | --help) sed -n '2,11s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 0 ;;
      -*) die "Unknown option $1. See ./test.sh --help." ;;
      *) names+=("$1") ;;
    esac
    shift
  done

  local conditions=()
  [[ $long == true ]] || conditions+=('Category!=Long')
  [[ -z $filter ]] || conditions+=("FullyQualifiedName~$filter")
  local expression
  expression=$(IFS='&'; echo "${conditions[*]}")

  trap clean_up EXIT
  trap 'exit 130' INT TERM
  install_what_is_missing
  build
  start_postgres

  rm -rf "$results"
  local project
  for project in "$root"/tests/*.Tests/*.csproj "$root"/e2e/*/*.csproj; do
    if is_wanted "$project" "${names[@]}"; then
      run "$project" "$expression" "$filter"
    fi
  done
  finish
}

is_wanted() {
  local project=$1 name
  shift
  (($#)) || return 0
  for name in "$@"; do
    [[ ${project##*/} == *"$name"* ]] && return 0
  done
  return 1
}

run() {
  local project=$1 expression=$2 filter=$3 name code=0
  name=$(basename "$project" .csproj)
  echo "── $name"
  local options=(--no-build --configuration "$configuration" --results-directory "$results" --logger "trx;LogFileName=$name.trx" --logger 'console;verbosity=minimal')
  [[ -z $expression ]] || options+=(--filter "$expression")
  timeout --kill-after=10s "$project_timeout" dotnet test "$project" "${options[@]}" || code=$?

  if [[ ! -f $results/$name.trx ]]; then
    # A filter may leave nothing to run; a whole project never does.
    [[ -n $filter && $code == 0 ]] && return
    echo "$name ended with code $code and left no result." >&2
    failed=$((failed + 1))
    return
  fi

  local counters project_failed
  counters=$(grep -o '<Counters [^>]*>' "$results/$name.trx")
  project_failed=$(($(counter failed) + $(counter error) + $(counter timeout) + $(counter aborted)))
  passed=$((passed + $(counter passed)))
  skipped=$((skipped + $(counter total) - $(counter executed)))
  if ((code != 0 && project_failed == 0)); then
    echo "$name ended with code $code although no test failed." >&2
    project_failed=1
  fi
  failed=$((failed + project_failed))
}

# One of the numbers of a trx file's <Counters>.
counter() {
  [[ $counters =~ \ $1=\"([0-9]+)\" ]] && echo "${BASH_REMATCH[1]}" || echo 0
}

build() {
  echo '── Build'
  dotnet restore --locked-mode --verbosity quiet || die 'The packages could not be restored.'
  dotnet tool restore --verbosity quiet || die 'The tools in .config/dotnet-tools.json could not be restored.'
  dotnet csharpier check . >/dev/null || die 'Not formatted. Run: dotnet csharpier format .'
  dotnet build --no-restore --configuration "$configuration" --verbosity quiet || die 'The build failed.'
}

install_what_is_missing() {
  command -v dotnet >/dev/null || die 'The .NET 10 SDK is not installed: https://dotnet.microsoft.com/download'
  local missing=()
  find_chromium || missing+=(chromium)
  [[ -n ${TEST_POSTGRES:-} ]] || find_postgres >/dev/null || missing+=(postgresql)
  [[ -x /usr/sbin/pgbouncer ]] || missing+=(pgbouncer)
  [[ -x ${NGINX_PATH:-/usr/sbin/nginx} ]] || missing+=(nginx-light)
  has_sqlite || missing+=(libsqlite3-0)
  command -v curl >/dev/null || missing+=(curl)
  command -v npm >/dev/null && command -v node >/dev/null ||
    echo "Node.js with npm is not installed: the README's steps with Node will be skipped."
  ((${#missing[@]})) || return 0

  if [[ $(id -u) != 0 ]] || ! command -v apt-get >/dev/null; then
    die "Not installed: ${missing[*]}. Install with: sudo apt-get install -y ${missing[*]}"
  fi
  echo "── Installing ${missing[*]}"
  export DEBIAN_FRONTEND=noninteractive
  { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null ||
    die "apt could not install ${missing[*]}."
}

find_chromium() {
  local place
  if [[ -n ${CHROMIUM_PATH:-} ]]; then
    [[ -x $CHROMIUM_PATH ]] || die "CHROMIUM_PATH names a file that is not there: $CHROMIUM_PATH"
    return 0
  fi
  for place in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome /snap/bin/chromium; do
    [[ -x $place ]] && return 0
  done
  return 1
}

# Debian keeps the server's programs, version by version, off the PATH.
find_postgres() {
  local folder
  while read -r folder; do
    if [[ -x $folder/initdb && -x $folder/postgres ]]; then
      echo "$folder"
      return 0
    fi
  done < <(printf '%s\n' /usr/lib/postgresql/*/bin | sort -Vr; tr ':' '\n' <<<"$PATH")
  return 1
}

has_sqlite() {
  compgen -G '/usr/lib/*/libsqlite3.so.0' >/dev/null || compgen -G '/usr/lib*/libsqlite3.so.0' >/dev/null || compgen -G '/lib/*/libsqlite3.so.0' >/dev/null
}

# One cluster for all projects; without it each would start its own.
start_postgres() {
  [[ -z ${TEST_POSTGRES:-} ]] || return 0
  local bin port as=()
  bin=$(find_postgres) || die 'PostgreSQL is not installed, although apt did not complain.'
  postgres_folder=$(mktemp -d -t schematic-pg-XXXXXX)
  if [[ $(id -u) == 0 ]]; then
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    as=(setpriv --reuid=postgres --regid=postgres --clear-groups --)
    chown postgres: "$postgres_folder"
  fi

  "${as[@]}" "$bin/initdb" -D "$postgres_folder/data" -U postgres -A trust -E UTF8 --locale=C --locale-provider=icu --icu-locale=en-US --no-sync --no-instructions >"$postgres_folder.log" 2>&1 ||
    die "PostgreSQL could not make a database:"$'\n'"$(cat "$postgres_folder.log")"
  port=$(free_port)
  "${as[@]}" "$bin/postgres" -D "$postgres_folder/data" -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=600 \
    -c fsync=off -c synchronous_commit=off -c full_page_writes=off >>"$postgres_folder.log" 2>&1 &
  postgres_pid=$!
  local attempt
  for attempt in {1..300}; do
    if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      export TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=postgres;Database=postgres;Pooling=false"
      return 0
    fi
    kill -0 "$postgres_pid" 2>/dev/null || break
    sleep 0.1
  done
  die "PostgreSQL did not start (attempt $attempt):"$'\n'"$(cat "$postgres_folder.log")"
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  echo "$port"
}

clean_up() {
  if [[ -n $postgres_pid ]]; then
    kill -QUIT "$postgres_pid" 2>/dev/null || true
    wait "$postgres_pid" 2>/dev/null || true
  fi
  [[ -z $postgres_folder ]] || rm -rf "$postgres_folder" "$postgres_folder.log"
}

# A run that does not get as far as its tests has failed once.
die() {
  echo "$1" >&2
  failed=$((failed + 1))
  finish
}

finish() {
  local sum="$passed passed, $failed failed"
  ((skipped == 0)) || sum+=", $skipped skipped"
  clean_up
  trap - EXIT
  echo "$sum"
  ((failed == 0)) && exit 0 || exit 1
}

main "$@"
