/** The server over an engine that fails where it is told to, and that knows chains. */
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import type { Finding, FileReport } from "../../../src/core/findings";
import { startServer } from "../../../src/adapters/lsp/server";
import type { Analyzer } from "../../../src/workspace/types";
import { createConfigResolver } from "../../../src/workspace/configs";
import { createHost } from "../../../src/workspace/host";

const host = createHost();

/** Every `call()` is a finding whose chain ends in `helper.js` beside it; `throw!` and `problem!` do what they say. */
function createAnalyzer(): Analyzer {
  const texts = new Map<string, string>();
  const report = (file: string): FileReport => {
    const text = texts.get(file) ?? "";
    if (text.includes("throw!")) throw new Error("the engine broke");
    const problems = text.includes("problem!") ? [{ file, kind: "internal", message: "half of it" } as const] : [];
    const findings = [...text.matchAll(/call\(\)/g)].map(({ index }) => finding(file, index));
    return { file, text, findings, problems };
  };
  return {
    report,
    read: (file) => host.read(file),
    waysIn: () => {
      throw new Error("no ways in");
    },
    open: (file, text) => void texts.set(file, text),
    close: (file) => void texts.delete(file),
    changedOnDisk: () => undefined,
    chainFixes: () => ({ fixes: [], refused: [] }),
    refactorings: () => undefined,
    fixAll: () => {
      throw new Error("no fix-all");
    },
    checkPaths: () => {
      throw new Error("not for editors");
    },
  };
}

function finding(file: string, index: number): Finding {
  const span = { start: index, end: index + 4 };
  const helper = file.replace(/[^/\\]*$/, "helper.js");
  return {
    code: "blocking-call",
    file,
    span,
    callSpan: { start: index, end: index + 6 },
    api: "node:fs.readFileSync",
    category: "file system",
    cost: "milliseconds",
    severity: "error",
    message: "Blocks.",
    alsoReaches: [],
    chain: [
      { file, span, name: "call" },
      { file: helper, span: { start: 2, end: 7 }, name: "inner" },
      { file: helper, span: { start: 8, end: 12 }, name: "fs.readFileSync" },
    ],
    fixes: [
      {
        kind: "await-twin",
        title: "Await it (unsafe: check the order)",
        safe: false,
        edits: [{ file, span, text: "one" }],
      },
      { kind: "await-twin", title: "Await it", safe: true, edits: [{ file, span, text: "two" }] },
    ],
  };
}

startServer(createConnection(ProposedFeatures.all), {
  version: "0.0.0",
  extensions: [".js"],
  engine: { host, createConfigs: (root) => createConfigResolver({ root, host }), createAnalyzer },
});
