#!/bin/sh
# Start a `footnote` command in the image. The database's password comes from a secret file: the PostgreSQL driver
# reads PGPASSWORD, and what is set here shows in no image, compose file or `docker inspect`.
set -eu
if [ -n "${PGPASSWORD_FILE:-}" ]; then
    PGPASSWORD=$(cat "$PGPASSWORD_FILE")
    export PGPASSWORD
    unset PGPASSWORD_FILE
fi
exec footnote "$@"
