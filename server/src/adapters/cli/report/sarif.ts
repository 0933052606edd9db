/** `--format sarif`: SARIF 2.1.0 (OASIS), for code scanning services and viewers. */
import { pathToFileURL } from "node:url";
import type { Problem, ProblemKind, Span } from "../../../core/facts";
import { type Finding, FINDING_CODES, type FindingCode, type Fix, type Severity } from "../../../core/findings";
import { rulePage, RULES } from "../../../core/rules";
import type { Sources } from "../sources";
import type { Reporter } from "./types";

type Level = "error" | "warning" | "note";

const LEVEL_OF_SEVERITY = {
  hint: "note",
  information: "note",
  warning: "warning",
  error: "error",
} as const satisfies Record<Severity, Level>;

const LEVEL_OF_RULE = {
  "blocking-call": "warning",
  "blocking-chain": "warning",
  "heavy-loop": "warning",
  "unused-suppression": "note",
} as const satisfies Record<FindingCode, Level>;

const LEVEL_OF_PROBLEM = {
  config: "error",
  internal: "error",
  syntax: "warning",
  unreadable: "warning",
  binary: "note",
  "too-large": "note",
  minified: "note",
  "link-cycle": "note",
  budget: "note",
} as const satisfies Record<ProblemKind, Level>;

/** Name that relative addresses hang on; what it stands for is told once per run. */
const BASE = "SRCROOT";

export const reportSarif: Reporter = ({ findings, problems, sources, version }) => {
  const run = {
    tool: {
      driver: { name: "Unblock", semanticVersion: version, version, rules: FINDING_CODES.map(ruleOf) },
    },
    columnKind: "utf16CodeUnits",
    newlineSequences: ["\r\n", "\n", "\r"],
    originalUriBaseIds: { [BASE]: { uri: folderAddress(sources.base) } },
    invocations: [
      {
        executionSuccessful: problems.every(({ kind }) => LEVEL_OF_PROBLEM[kind] !== "error"),
        toolExecutionNotifications: problems.map((problem) => notificationOf(problem, sources)),
      },
    ],
    results: findings.map((finding) => resultOf(finding, sources)),
  };
  const log = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs: [run] };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

function ruleOf(code: FindingCode) {
  return {
    id: code,
    shortDescription: { text: RULES[code].title },
    fullDescription: { text: RULES[code].description },
    helpUri: rulePage(code),
    defaultConfiguration: { level: LEVEL_OF_RULE[code] },
  };
}

function resultOf(finding: Finding, sources: Sources) {
  const { code, file, span, severity, message, chain, fixes, api, category, cost, alsoReaches } = finding;
  const steps = chain.map((step, index) => ({
    id: index,
    ...locationOf(step.file, step.span, sources),
    message: { text: step.name },
  }));
  return {
    ruleId: code,
    ruleIndex: FINDING_CODES.indexOf(code),
    level: LEVEL_OF_SEVERITY[severity],
    message: { text: message },
    locations: [locationOf(file, span, sources)],
    relatedLocations: steps,
    // Viewers step through a flow; one step alone is the result itself.
    ...(steps.length === 1 ? {} : { codeFlows: [{ threadFlows: [{ locations: flowOf(steps) }] }] }),
    fixes: fixes.map((fix) => fixOf(fix, sources)),
    properties: {
      severity,
      ...(api === "" ? {} : { api }),
      category,
      cost,
      ...(alsoReaches.length === 0 ? {} : { alsoReaches }),
    },
  };
}

/** Each call is one level further down than the one before. */
function flowOf<Location>(locations: readonly Location[]) {
  return locations.map((location, nestingLevel) => ({ location, nestingLevel }));
}

function fixOf({ title, edits, safe, kind }: Fix, sources: Sources) {
  const files = [...new Set(edits.map(({ file }) => file))];
  return {
    description: { text: title },
    artifactChanges: files.map((file) => ({
      artifactLocation: addressOf(file, sources),
      replacements: edits
        .filter((edit) => edit.file === file)
        .map(({ span, text }) => ({ deletedRegion: regionOf(file, span, sources), insertedContent: { text } })),
    })),
    properties: { safe, kind },
  };
}

function notificationOf({ file, kind, message, offset }: Problem, sources: Sources) {
  const location =
    offset === undefined
      ? { physicalLocation: { artifactLocation: addressOf(file, sources) } }
      : locationOf(file, { start: offset, end: offset }, sources);
  return { descriptor: { id: kind }, level: LEVEL_OF_PROBLEM[kind], message: { text: message }, locations: [location] };
}

function locationOf(file: string, span: Span, sources: Sources) {
  return { physicalLocation: { artifactLocation: addressOf(file, sources), region: regionOf(file, span, sources) } };
}

function regionOf(file: string, span: Span, sources: Sources) {
  const { start, end } = sources.range(file, span);
  const offset = sources.linesOf(file).characterOffset(span.start);
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
    charOffset: offset,
    charLength: sources.linesOf(file).characterOffset(span.end) - offset,
  };
}

/** Relative to the base; absolute outside of it, as `..` has no place in a relative address. */
function addressOf(file: string, sources: Sources) {
  const name = sources.name(file);
  if (name.startsWith("../") || name === ".." || /^[A-Za-z]:/.test(name)) return { uri: pathToFileURL(file).href };
  return { uri: name.split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE };
}

function folderAddress(folder: string): string {
  return pathToFileURL(folder).href.replace(/\/?$/, "/");
}
