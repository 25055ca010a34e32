#!/bin/sh
# Make the secrets that docker-compose.yml reads, where they are missing: random, one line each, kept out of git.
# The folder keeps other users of this machine out; the files are readable, because each container reads them as a
# user of its own.
set -eu
folder=${1:-secrets}
mkdir -p "$folder"
chmod 700 "$folder"
for name in footnote_key postgres_password; do
    if [ -s "$folder/$name" ]; then
        echo "$folder/$name: kept"
    else
        od -An -v -tx1 -N32 /dev/urandom | tr -d ' \n' >"$folder/$name"
        chmod 644 "$folder/$name"
        echo "$folder/$name: made"
    fi
done
