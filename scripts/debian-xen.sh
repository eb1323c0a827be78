#!/bin/sh
# Puts the Xen of Debian 12 into .cache/xen, where `npm run test:xen` finds it. Installs nothing:
# installed as a package, Xen would put itself into the boot loader's menu.
set -eu

package=xen-hypervisor-4.17-amd64
cache=$(cd "$(dirname "$0")/.." && pwd)/.cache/xen
extracted=$(mktemp -d)
trap 'rm -rf "$extracted"' EXIT

cd "$extracted"
apt-get download "$package"
dpkg-deb --extract ./*.deb .
mkdir -p "$cache"
cp boot/xen-4.17-amd64.gz "$cache"
echo "Xen is in $cache"
