#!/bin/sh
# The hypervisors and toolstack libraries of Debian 11 to 13 by package name, as
# .cache/xen-binaries/<series>/{xen.gz,xen.efi,libxenguest.so}, where `npm run test:xen` reads them.
# Installs nothing, and leaves the package lists of the machine alone. Keeps what is there already.
set -eu

cache=$(cd "$(dirname "$0")/.." && pwd)/.cache/xen-binaries
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The mirror that this machine uses for Debian itself.
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Label: Debian' | head -n 1)
[ -n "$mirror" ] || { echo 'debian-xen-binaries: this is no Debian' >&2; exit 1; }

mkdir -p "$work/lists/partial" "$work/archives/partial"
for suite in bullseye bookworm trixie; do
  echo "deb [check-valid-until=no] $mirror $suite main"
done >"$work/sources.list"
cat >"$work/apt.conf" <<END
Dir::Etc::SourceList "$work/sources.list";
Dir::Etc::SourceParts "-";
Dir::State::Lists "$work/lists";
Dir::Cache "$work";
# As if nothing was installed: an installed version may be in none of these suites.
Dir::State::status "/dev/null";
Acquire::Languages "none";
APT::Sandbox::User "root";
END
export APT_CONFIG="$work/apt.conf"

for series in 4.14 4.17 4.20; do
  [ -s "$cache/$series/libxenguest.so" ] && continue
  [ -n "$(ls "$work/lists"/*Packages* 2>/dev/null)" ] || apt-get update -qq
  rm -rf "$work/$series" && mkdir -p "$work/$series" "$cache/$series"
  (cd "$work/$series" && apt-get download -qq "xen-hypervisor-$series-amd64" "libxenmisc$series")
  for package in "$work/$series"/*.deb; do dpkg-deb --extract "$package" "$work/$series"; done
  cp "$work/$series/boot/xen-$series-amd64.gz" "$cache/$series/xen.gz"
  cp "$work/$series/boot/xen-$series-amd64.efi" "$cache/$series/xen.efi"
  cp -L "$work/$series/usr/lib/x86_64-linux-gnu/libxenguest.so.$series" "$cache/$series/libxenguest.so"
done
echo "Xen's files are in $cache"
