#!/bin/bash
# The whole end-to-end suite: gets what it needs, packs the extension, and runs it in VS Code's extension host, in
# VS Code's window, and its server in other editors. UNBLOCK_VSIX=FILE tests that package instead of packing one;
# UNBLOCK_CASES=PATTERN runs only the cases with a matching name; arguments are the parts to run: host, ui, clients.
# Ends with "N passed, N failed"; the exit status is 0 only when nothing failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
SECONDS=0
# Node 20 reads these certificates at each start; the extension needs none.
unset NODE_EXTRA_CA_CERTS

temporary="$(mktemp -d)"
trap 'rm -rf "$temporary"' EXIT

./setup.sh || { echo "0 passed, 1 failed"; exit 1; }

if [ -z "${UNBLOCK_VSIX:-}" ]; then
  export UNBLOCK_VSIX="$temporary/unblock.vsix"
  if ! npm --prefix .. run --silent package -- --out "$UNBLOCK_VSIX" >"$temporary/package.log" 2>&1; then
    cat "$temporary/package.log"
    echo "0 passed, 1 failed"
    exit 1
  fi
  echo "package: ready (${SECONDS} s)"
fi

passed=0
failed=0
parts=("$@")
[ "$#" -gt 0 ] || parts=(host ui clients)
for part in "${parts[@]}"; do
  started="$SECONDS"
  echo "--- $part"
  node "$part/run.mjs" 2>&1 | tee "$temporary/$part.log"
  status="${PIPESTATUS[0]}"
  counts="$(grep -E '^[0-9]+ passed, [0-9]+ failed$' "$temporary/$part.log" | tail -n 1)"
  read -r part_passed part_failed < <(sed -E 's/ passed, / /; s/ failed//' <<<"${counts:-0 passed, 0 failed}")
  # A part that broke off, or failed without saying in which case, is a failure too.
  if [ "$status" != 0 ] && [ "$part_failed" = 0 ]; then part_failed=1; fi
  echo "--- $part: $part_passed passed, $part_failed failed ($((SECONDS - started)) s)"
  passed=$((passed + part_passed))
  failed=$((failed + part_failed))
done

echo "end to end: ${SECONDS} s"
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
