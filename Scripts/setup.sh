#!/usr/bin/env bash
# Installs the system libraries that Mayday needs where it can, and says what it does.
set -euo pipefail

apt_packages=(libarchive-dev libpcap-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libsqlite3-dev libxml2-dev
  zlib1g-dev pkg-config git zstd python3 python3-jsonschema python3-venv chromium prometheus)
brew_packages=(libarchive libpcap cmark-gfm libxml2 sqlite zlib pkg-config git zstd prometheus)

if ! command -v swift > /dev/null; then
  echo "setup: Swift 6.2 or newer is needed: https://www.swift.org/install" >&2
  exit 1
fi

missing=()
if command -v dpkg-query > /dev/null; then
  for package in "${apt_packages[@]}"; do
    dpkg-query -W -f '${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && exit 0
  as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo > /dev/null && sudo -n true 2> /dev/null; then
      as_root=(sudo)
    else
      echo "setup: system libraries are missing. Install them and run make again:" >&2
      echo "  sudo apt-get install -y ${missing[*]}" >&2
      exit 1
    fi
  fi
  echo "setup: installing ${missing[*]} …"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  # Tests start a Prometheus of their own; the package's daemon is neither started now (status 101 of policy-rc.d: not
  # allowed) nor at the next boot.
  policy=/usr/sbin/policy-rc.d
  own_policy=
  if [[ " ${missing[*]} " == *" prometheus "* && ! -e $policy ]]; then
    own_policy=$policy
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee "$policy" > /dev/null
    "${as_root[@]}" chmod 755 "$policy"
  fi
  leave() {
    rm -f "$log"
    [ -z "$own_policy" ] || "${as_root[@]}" rm -f "$own_policy"
  }
  trap leave EXIT
  if ! { "${as_root[@]}" apt-get update && "${as_root[@]}" apt-get install -y --no-install-recommends "${missing[@]}"; } \
    > "$log" 2>&1; then
    tail -n 20 "$log" >&2
    echo "setup: that failed. Install them by hand and run make again:" >&2
    echo "  apt-get install -y ${missing[*]}" >&2
    exit 1
  fi
  if [ -n "$own_policy" ] && command -v systemctl > /dev/null; then
    "${as_root[@]}" systemctl disable --quiet prometheus > /dev/null 2>&1 || true
  fi
elif command -v brew > /dev/null; then
  for package in "${brew_packages[@]}"; do
    brew list --versions "$package" > /dev/null 2>&1 || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && exit 0
  echo "setup: system libraries are missing. Install them and run make again:" >&2
  echo "  brew install ${missing[*]}" >&2
  exit 1
else
  for library in libarchive libpcap libcmark-gfm libxml-2.0 sqlite3 zlib; do
    pkg-config --exists "$library" 2> /dev/null || missing+=("$library")
  done
  [ ${#missing[@]} -eq 0 ] && exit 0
  echo "setup: these libraries are missing, with their headers: ${missing[*]}" >&2
  echo "setup: install them with this system's package manager and run make again." >&2
  exit 1
fi
