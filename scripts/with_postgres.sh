#!/usr/bin/env bash
# Run a command beside a throwaway PostgreSQL: scripts/with_postgres.sh COMMAND [ARGUMENT ...]
# The cluster listens on a free loopback port, lives in a temporary folder and is gone afterwards.
# The command finds it in FOOTNOTE_TEST_POSTGRES_URL and its exit code is this script's.
set -euo pipefail

if [ $# -eq 0 ]; then
    echo "usage: scripts/with_postgres.sh COMMAND [ARGUMENT ...]" >&2
    exit 2
fi

# Debian keeps initdb and pg_ctl out of PATH, one folder for each version: take the newest.
bin=$(dirname "$(command -v initdb || find /usr/lib/postgresql -name initdb 2>/dev/null | sort -V | tail -n 1)")
if [ ! -x "$bin/initdb" ] || [ ! -x "$bin/pg_ctl" ]; then
    echo "with_postgres: PostgreSQL's server programs are missing: apt-get install postgresql" >&2
    exit 2
fi

# PostgreSQL refuses to run as root.
as_postgres() {
    if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

cluster=$(mktemp -d "${TMPDIR:-/tmp}/footnote-postgres.XXXXXX")
clean_up() {
    as_postgres "$bin/pg_ctl" -D "$cluster/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$cluster"
}
trap clean_up EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
[ "$(id -u)" -ne 0 ] || chown postgres "$cluster"

cd "$cluster" # a folder that the postgres user may enter
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as_postgres "$bin/initdb" -D "$cluster/data" -U footnote --auth=trust --encoding=UTF8 --locale=C \
    --no-sync >"$cluster/log" 2>&1 || { cat "$cluster/log" >&2; exit 1; }
as_postgres "$bin/pg_ctl" -D "$cluster/data" -l "$cluster/data/server.log" -w -t 60 \
    -o "-c listen_addresses=127.0.0.1 -p $port -k '$cluster' -c fsync=off -c max_connections=200" \
    start >"$cluster/log" 2>&1 || { cat "$cluster/log" "$cluster/data/server.log" >&2; exit 1; }
as_postgres psql -q -h 127.0.0.1 -p "$port" -U footnote -d postgres -c 'CREATE DATABASE footnote'
cd "$OLDPWD"

export FOOTNOTE_TEST_POSTGRES_URL="postgresql+asyncpg://footnote@127.0.0.1:$port/footnote"
"$@"
