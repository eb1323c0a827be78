#!/bin/sh
# What it takes to start Debian 12's GRUB in a PV guest, where `npm run test:xen` finds it: .cache/xen-grub.
# That is GRUB's modules and grub-mkimage, a kernel for dom0, and an initramfs with xl. Installs nothing.
set -eu

here=$(cd "$(dirname "$0")/.." && pwd)
cache=$here/.cache/xen-grub
[ -s "$cache/vmlinuz" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

linux=$(apt-cache depends --important linux-image-amd64 |
  sed -n 's/^ *Depends: \(linux-image-[^ ]*\)$/\1/p' | grep -m 1 .)
cd "$work"
apt-get download -qq -o APT::Sandbox::User=root "$linux" busybox-static grub-common grub-xen-bin \
  xen-utils-4.17 libxenmisc4.17 libxencall1 libxendevicemodel1 libxenevtchn1 libxenforeignmemory1 \
  libxengnttab1 libxenhypfs1 libxenstore4 libxentoolcore1 libxentoollog1 libyajl2 libfdt1
for package in ./*.deb; do dpkg-deb --extract "$package" root; done

image=$work/initramfs
mkdir -p "$image/bin" "$image/lib64" "$image/modules"
for applet in $(root/bin/busybox --list); do ln -sf busybox "$image/bin/$applet"; done
for module in xen-privcmd xenfs xen-evtchn xen-gntdev xen-gntalloc; do
  find root/lib/modules -name "$module.ko" -exec cp {} "$image/modules" ';'
done
cp --remove-destination root/bin/busybox "$image/bin"
libraries=root/usr/lib/x86_64-linux-gnu:root/lib/x86_64-linux-gnu
for program in xl xenstored xenconsoled xen-init-dom0; do
  cp "root/usr/lib/xen-4.17/bin/$program" "$image/bin"
  LD_LIBRARY_PATH=$libraries ldd "root/usr/lib/xen-4.17/bin/$program" |
    grep -o '[^ ]*/[^ ]*' | xargs -I FILE cp -L FILE "$image/lib64"
done
# pthread_cancel loads it.
cp -L /lib/x86_64-linux-gnu/libgcc_s.so.1 "$image/lib64"

mkdir -p "$cache"
rm -rf "$cache/initramfs" "$cache/x86_64-xen"
mv "$image" "$cache/initramfs"
mv root/usr/lib/grub/x86_64-xen root/usr/bin/grub-mkimage "$cache"
mv root/boot/vmlinuz-* "$cache/vmlinuz"
echo "GRUB and what boots it are in $cache"
