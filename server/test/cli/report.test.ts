import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import Ajv from "ajv";
import { inTemporaryFolder } from "../support/fixtures";
import { put } from "../workspace/support";
import { BLOCKING, CLEAN, fakeAnalyzer, finding, runIn, statsOf } from "./support";

/** The call of a fixture is where an editor shows it: after a pair of surrogates, a byte order mark, CRLF, a tab. */
const PLACES = {
  "plain.js": BLOCKING,
  "pair.js": BLOCKING.replace("return fs", 'return "😀", fs'),
  "mark.mjs": `\uFEFFimport { readFileSync } from "fs"; export const f = async () => readFileSync("x");\n`,
  "crlf.js": BLOCKING.replaceAll("\n", "\r\n"),
  "cr.js": BLOCKING.replaceAll("\n", "\r"),
  "tab.js": BLOCKING.replace("  return", "\treturn"),
};

interface JsonFinding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly code: string;
  readonly fixes: readonly { readonly edits: readonly { readonly text: string }[] }[];
}

interface JsonOutput {
  readonly version: number;
  readonly findings: readonly JsonFinding[];
  readonly problems: readonly { readonly file: string; readonly kind: string; readonly message: string }[];
  readonly stats: Readonly<Record<string, number>>;
}

function json(folder: string, ...argv: readonly string[]): JsonOutput {
  return JSON.parse(runIn(folder, ["check", "--format", "json", ...argv]).stdout) as JsonOutput;
}

test("json: places as editors show them", () =>
  inTemporaryFolder((folder) => {
    put(folder, PLACES);
    const places = json(folder).findings.map(
      ({ file, line, column, endLine, endColumn }) => `${file} ${line}:${column}-${endLine}:${endColumn}`,
    );
    assert.deepEqual(places, [
      "cr.js 3:10-3:25",
      "crlf.js 3:10-3:25",
      "mark.mjs 1:65-1:77",
      "pair.js 3:16-3:31",
      "plain.js 3:10-3:25",
      "tab.js 3:9-3:24",
    ]);
  }));

test("json: every key that a program may rely on, and no other", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "src/a.js": "one\ntwo\n", "src/b.js": "\n\nthree" });
    const [a, b] = [join(folder, "src", "a.js"), join(folder, "src", "b.js")];
    const edit = { file: a, span: { start: 4, end: 7 }, text: "2" };
    const analyzer = fakeAnalyzer({
      checkPaths: () => ({
        files: [
          {
            file: a,
            text: "one\ntwo\n",
            findings: [
              finding(a, 4, 7, {
                chain: [
                  { file: a, span: { start: 4, end: 7 }, name: "load" },
                  { file: b, span: { start: 2, end: 7 }, name: "fs.readFileSync" },
                ],
                fixes: [{ kind: "await-twin", title: "Await it", safe: true, edits: [edit] }],
              }),
            ],
            problems: [{ file: a, kind: "syntax", message: "Odd.", offset: 5 }],
          },
        ],
        problems: [{ file: join(folder, "..", "x"), kind: "unreadable", message: "Gone." }],
        skipped: [],
        stats: statsOf(2, 1, 7),
      }),
    });
    const { stdout } = runIn(folder, ["check", "--format", "json"], { analyzer });
    assert.deepEqual(JSON.parse(stdout), {
      version: 1,
      findings: [
        {
          file: "src/a.js",
          line: 2,
          column: 1,
          endLine: 2,
          endColumn: 4,
          code: "blocking-call",
          api: "node:fs.readFileSync",
          category: "file system",
          cost: "milliseconds",
          severity: "warning",
          message: "It blocks.",
          chain: [
            { file: "src/a.js", line: 2, column: 1, name: "load" },
            { file: "src/b.js", line: 3, column: 1, name: "fs.readFileSync" },
          ],
          alsoReaches: [],
          fixes: [
            {
              kind: "await-twin",
              title: "Await it",
              safe: true,
              edits: [{ file: "src/a.js", line: 2, column: 1, endLine: 2, endColumn: 4, text: "2" }],
            },
          ],
        },
      ],
      problems: [
        { file: "../x", kind: "unreadable", message: "Gone." },
        { file: "src/a.js", kind: "syntax", message: "Odd.", line: 2, column: 2 },
      ],
      stats: statsOf(2, 1, 7),
    });
  }));

test("github: one command a finding, escaped as the runner undoes it, relative to the repository", () =>
  inTemporaryFolder((folder) => {
    const name = "a,b:c%.js";
    put(folder, { [`p/${name}`]: "x" });
    const file = join(folder, "p", name);
    const findings = (["hint", "information", "warning", "error"] as const).map((severity) =>
      finding(file, 0, 1, { severity, message: "100%\nsure: yes, really" }),
    );
    const analyzer = fakeAnalyzer({
      checkPaths: () => ({
        files: [{ file, text: "x", findings, problems: [] }],
        problems: [{ file: join(folder, "p", "unblock.json"), kind: "config", message: "Unknown key.", offset: 0 }],
        skipped: [],
        stats: statsOf(1, 1, 1),
      }),
    });
    const argv = ["check", "--format", "github", "--min-severity", "hint"];
    const properties = "file=p/a%2Cb%3Ac%25.js,line=1,col=1,endLine=1,endColumn=2,title=unblock blocking-call";
    const { stdout } = runIn(join(folder, "p"), argv, { analyzer, env: { GITHUB_WORKSPACE: folder } });
    assert.deepEqual(stdout.split("\n"), [
      ...["notice", "notice", "warning", "error"].map((word) => `::${word} ${properties}::100%25%0Asure: yes, really`),
      "::error file=p/unblock.json,line=1,col=1,title=unblock config::Unknown key.",
      "",
    ]);
    assert.match(runIn(folder, argv, { analyzer }).stdout, /file=p\/a%2Cb/);
  }));

interface SarifLog {
  readonly runs: readonly [
    {
      readonly columnKind: string;
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri: string }[] };
      };
      readonly invocations: readonly [
        { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] },
      ];
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly relatedLocations: readonly unknown[];
        readonly locations: readonly [
          {
            readonly physicalLocation: {
              readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
              readonly region: Readonly<Record<string, number>>;
            };
          },
        ];
      }[];
    },
  ];
}

test("sarif: valid by the schema of the standard", () =>
  inTemporaryFolder((folder) => {
    put(folder, {
      ...PLACES,
      "white space/ä#.js": BLOCKING,
      "broken.js": "async function (",
      "unblock.json": "{ x: 1 }",
    });
    const { stdout } = runIn(folder, ["check", "--format", "sarif", "--min-severity", "hint"]);
    const log = JSON.parse(stdout) as SarifLog;
    assert.deepEqual(sarifErrors(log), []);
    const [run] = log.runs;
    assert.equal(run.columnKind, "utf16CodeUnits");
    assert.equal(run.invocations[0].executionSuccessful, false);
    assert.ok(run.invocations[0].toolExecutionNotifications.length >= 1);
    const results = run.results.filter(({ ruleId }) => ruleId === "blocking-call");
    assert.equal(results.length, 7);
    for (const { ruleId, ruleIndex, relatedLocations } of results) {
      assert.equal(run.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.ok(relatedLocations.length > 0);
    }
    const addresses = results.map(({ locations: [{ physicalLocation }] }) => physicalLocation.artifactLocation);
    assert.deepEqual(addresses.at(-1), { uri: "white%20space/%C3%A4%23.js", uriBaseId: "SRCROOT" });
    const mark = results.find(({ locations: [place] }) => place.physicalLocation.artifactLocation.uri === "mark.mjs");
    // The byte order mark is no character of the content.
    assert.deepEqual(mark?.locations[0].physicalLocation.region, {
      startLine: 1,
      startColumn: 65,
      endLine: 1,
      endColumn: 77,
      charOffset: 64,
      charLength: 12,
    });
  }));

test("sarif: the check itself can fail, and outside the base addresses are absolute", () =>
  inTemporaryFolder((folder) => {
    put(folder, { "a.js": BLOCKING, "sub/b.js": CLEAN });
    const log = JSON.parse(runIn(join(folder, "sub"), ["check", "--format", "sarif", ".."]).stdout) as SarifLog;
    assert.deepEqual(sarifErrors(log), []);
    const address = log.runs[0].results[0]?.locations[0].physicalLocation.artifactLocation;
    assert.match(address?.uri ?? "", /^file:\/\/\/.*\/a\.js$/);
    assert.equal(address?.uriBaseId, undefined);
    assert.notDeepEqual(sarifErrors({ ...log, runs: [{ ...log.runs[0], columnKind: "bytes" }] }), []);
  }));

function sarifErrors(log: unknown): readonly unknown[] {
  const file = join(__dirname, "..", "fixtures", "sarif-2.1.0-rtm.5.json");
  const schema = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
  // Draft 4, of which Ajv knows no meta-schema; what the schema uses means the same in draft 7.
  delete schema.$schema;
  delete schema.id;
  const formats = {
    uri: (text: string) => URL.canParse(text),
    "uri-reference": (text: string) => !/[\s\\"<>^`{|}]/.test(text),
    "date-time": true,
  } as const;
  const validate = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false, formats }).compile(schema);
  return validate(log) ? [] : (validate.errors ?? []);
}
