#!/bin/sh
# while-watched.sh DIRECTORY COMMAND…
#
# Runs a command in a directory until standard input ends, then kills it and removes the directory.
# However the process at the other end of standard input ends, nothing is left. If the command ends
# earlier, this is printed on standard output.
set -u
directory=$1
shift
cd "$directory" || exit

exec 3<&0
"$@" >&2 &
command=$!
{
  read -r _ <&3
  kill -9 "$command"
  rm -rf "$directory"
} >/dev/null 2>&1 &
wait "$command"
echo ended
wait
