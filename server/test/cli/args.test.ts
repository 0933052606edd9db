import assert from "node:assert/strict";
import { test } from "node:test";
import { type CheckOptions, OPTIONS, parseArguments } from "../../src/adapters/cli/args";
import { HELP } from "../../src/adapters/cli/help";

const DEFAULTS: CheckOptions = {
  paths: ["."],
  format: "text",
  fix: false,
  unsafeFixes: false,
  diff: false,
  minSeverity: "warning",
  quiet: false,
  color: "auto",
};

function check(words: string): CheckOptions {
  const parsed = parseArguments(words.split(" "));
  assert.equal(parsed.kind, "check", JSON.stringify(parsed));
  return parsed.options;
}

function complaint(...argv: readonly string[]): string {
  const parsed = parseArguments(argv);
  assert.equal(parsed.kind, "usage", JSON.stringify(parsed));
  return parsed.message;
}

test("defaults and every option", () => {
  assert.deepEqual(check("check"), DEFAULTS);
  assert.deepEqual(check("check a b/c.ts"), { ...DEFAULTS, paths: ["a", "b/c.ts"] });
  assert.deepEqual(check("check --format=json a --fix --min-severity hint --config x.json -q --color never"), {
    ...DEFAULTS,
    format: "json",
    paths: ["a"],
    fix: true,
    minSeverity: "hint",
    config: "x.json",
    quiet: true,
    color: "never",
  });
  assert.deepEqual(check("check --unsafe-fixes"), { ...DEFAULTS, fix: true, unsafeFixes: true });
  assert.deepEqual(check("check --diff"), { ...DEFAULTS, diff: true });
});

test("after -- everything is a path", () => {
  assert.deepEqual(check("check -- --fix -h").paths, ["--fix", "-h"]);
});

test("help and version win", () => {
  assert.deepEqual(parseArguments(["check", "--nonsense", "--help"]), { kind: "help" });
  assert.deepEqual(parseArguments(["-h"]), { kind: "help" });
  assert.deepEqual(parseArguments(["--version"]), { kind: "version" });
});

test("what is wrong is named, with what was probably meant", () => {
  assert.match(complaint(), /unblock check \[PATH…\]/);
  assert.match(complaint("chek"), /no command "chek". Did you mean "check"\?/);
  assert.match(complaint("src"), /no command "src".*unblock check src/);
  assert.match(complaint("check", "--fromat", "json"), /no option --fromat. Did you mean --format\?/);
  assert.match(complaint("check", "--zzzzzz"), /no option --zzzzzz. See unblock --help/);
  assert.match(complaint("check", "-x"), /no option -x/);
  assert.match(
    complaint("check", "--format", "jsn"),
    /one of text, json, github, sarif, not "jsn". Did you mean "json"\?/,
  );
  assert.match(complaint("check", "--min-severity", "info"), /Did you mean "information"\?/);
  assert.match(complaint("check", "--min-severity"), /needs one of hint, information, warning, error/);
  assert.match(complaint("check", "--config"), /--config needs a value/);
  assert.match(complaint("check", "--config", "--fix"), /--config needs a value/);
  assert.match(complaint("check", "--fix=yes"), /--fix takes no value/);
  assert.match(complaint("check", "--fixx"), /no option --fixx. Did you mean --fix\?/);
  assert.match(complaint("check", "--diff", "--format", "json"), /--diff prints a patch/);
});

test("the help text tells of every option and value", () => {
  for (const [name, kind] of Object.entries(OPTIONS)) {
    assert.ok(HELP.includes(typeof kind === "string" ? `--${name}` : `--${name} ${kind.join("|")}`), name);
  }
});
