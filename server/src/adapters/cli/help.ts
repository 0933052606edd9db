/** What `unblock --help` prints. */
export const HELP = `Finds calls that block the event loop in async code, and rewrites them.

Usage: unblock check [PATH…] [options]
       unblock ways-in FILE:LINE[:COLUMN] [--format text|json] [--config FILE]

PATH is a file or a folder; without one, the current folder is checked. What .gitignore
names, node_modules, bundles and type declarations are left out.

ways-in tells which calls on the event loop reach the function at that place, anywhere below
the current folder, and on which way.

Options:
  --format text|json|github|sarif
                         how to report; default: text
  --min-severity hint|information|warning|error
                         the least severity that is reported and fails; default: warning
  --fix                  rewrite what can be rewritten safely, then report what is left
  --unsafe-fixes         rewrite also where the result needs a look; implies --fix
  --diff                 print the rewrites as a patch and change no file; with
                         --unsafe-fixes all of them, else the safe ones
  --config FILE          use this configuration instead of the nearest unblock.json files
  -q, --quiet            report findings only: no source lines, no summary
  --color auto|always|never
                         colours in text; auto heeds the terminal and NO_COLOR
  -h, --help             print this
  --version              print the version

Exit status of check: 0 nothing at or above the severity, 1 findings, 2 wrong usage or configuration,
3 an error inside unblock.
`;
