/** What keeps a twin from being the same for this very call. One check per guard of the catalogue. */
import { ts } from "ts-morph";
import type { Guard } from "../../../core/catalogue";
import { skipWrappers } from "../evaluate";
import { nameText } from "../members";
import { pathKind } from "./pathArguments";
import type { Job, LocalEdit } from "./plan";

export interface GuardResult {
  readonly refusal?: string;
  readonly caution?: string;
  /** The promises twin rejects this argument: promisify the callback form. `maybe`: nobody knows what it is. */
  readonly descriptor?: "yes" | "maybe";
  readonly edits?: readonly LocalEdit[];
}

/** `throwIfNoEntry: false` was seen to be honoured by fs.promises.stat on Node 24 and 26, and not on 20. */
const NODE_WITH_NO_ENTRY = 24;

const CHECKS = {
  "file-descriptor": checkDescriptor,
  "throw-if-no-entry": checkNoEntry,
  "child-process-options": checkChildProcess,
  caution: ({ target }) => ({ caution: target.entry.caution ?? "the twin differs in rare cases" }),
} as const satisfies Partial<Record<Guard, (job: Job) => GuardResult>>;

/** All guards of the job's entry, in their order. */
export function checkGuards(job: Job): readonly GuardResult[] {
  return (job.target.entry.guards ?? []).flatMap((guard) => (isOurs(guard) ? [CHECKS[guard](job)] : []));
}

/** The other guards are Python's. */
function isOurs(guard: Guard): guard is keyof typeof CHECKS {
  return guard in CHECKS;
}

function argumentsOf(job: Job): readonly ts.Expression[] {
  return ts.isCallExpression(job.call) ? job.call.arguments : [];
}

function checkDescriptor(job: Job): GuardResult {
  const [first] = argumentsOf(job);
  const kind = first === undefined || ts.isSpreadElement(first) ? "unknown" : pathKind(job.evaluator, first);
  if (kind === "path") return {};
  return { descriptor: kind === "number" ? "yes" : "maybe" };
}

function checkNoEntry(job: Job): GuardResult {
  const list = argumentsOf(job);
  if (list.some((argument) => ts.isSpreadElement(argument)))
    return { refusal: "its arguments are spread, so its options aren't known" };
  const options = list[1] === undefined ? undefined : skipWrappers(list[1]);
  if (options === undefined) return {};
  if (!ts.isObjectLiteralExpression(options))
    return { refusal: "its options aren't a literal and may hold `throwIfNoEntry`" };
  if (options.properties.some((property) => ts.isSpreadAssignment(property))) {
    return { refusal: "its options are spread and may hold `throwIfNoEntry`" };
  }
  const set = options.properties.find(
    (property) => property.name !== undefined && nameText(property.name) === "throwIfNoEntry",
  );
  const throws =
    set === undefined || (ts.isPropertyAssignment(set) && set.initializer.kind === ts.SyntaxKind.TrueKeyword);
  if (throws || job.project.nodeMajor >= NODE_WITH_NO_ENTRY) return {};
  return { refusal: "the promise form ignores `throwIfNoEntry` before Node 24, and rejects" };
}

/**
 * exec and execFile take no `input` and no `stdio`, give strings unless told otherwise, and their errors have `code` in
 * place of `status`. What the child writes to stderr isn't shown any more.
 */
function checkChildProcess(job: Job): GuardResult {
  const list = argumentsOf(job);
  if (list.length === 0 || list.some((argument) => ts.isSpreadElement(argument)))
    return { refusal: "its arguments aren't known" };
  if (readsStatus(job.call))
    return { refusal: "a catch clause reads what only the synchronous error has (`status`, `output`), or its `code`" };
  const isFile = job.target.entry.path === "execFileSync";
  const second = list[1] === undefined ? undefined : skipWrappers(list[1]);
  const hasList = isFile && second !== undefined && !ts.isObjectLiteralExpression(second);
  if (hasList && list.length === 2 && !isArray(job, second)) return { refusal: "its second argument may be options" };
  const options = hasList ? list[2] : list[1];
  const caution = "the child's stderr is no longer shown, and its stdin stays open";
  if (options === undefined) {
    const last = list.at(-1);
    return last === undefined ? {} : { caution, edits: [insert(last.end, `, { encoding: "buffer" }`, job)] };
  }
  const literal = skipWrappers(options);
  if (!ts.isObjectLiteralExpression(literal))
    return { refusal: "its options aren't a literal: they may hold `stdio` or `input`" };
  return { ...checkOptions(job, literal), caution };
}

function checkOptions(job: Job, options: ts.ObjectLiteralExpression): GuardResult {
  let encoding: ts.Expression | undefined;
  for (const property of options.properties) {
    if (ts.isSpreadAssignment(property)) return { refusal: "its options are spread: they may hold `stdio` or `input`" };
    const name = nameText(property.name);
    if (name === undefined) return { refusal: "its options have a computed name" };
    if (name === "stdio" || name === "input") return { refusal: `the asynchronous form has no \`${name}\` option` };
    if (name !== "encoding") continue;
    if (!ts.isPropertyAssignment(property)) return { refusal: "its `encoding` isn't a literal" };
    encoding = property.initializer;
  }
  if (encoding !== undefined)
    return ts.isStringLiteralLike(encoding) ? {} : { refusal: "its `encoding` isn't a literal" };
  const [first] = options.properties;
  const start = first === undefined ? options.getStart(job.file.tree) + 1 : first.getStart(job.file.tree);
  return { edits: [insert(start, first === undefined ? ` encoding: "buffer" ` : `encoding: "buffer", `, job)] };
}

function insert(offset: number, text: string, job: Job): LocalEdit {
  return { start: offset, end: offset, text: text.replaceAll('"', job.names.quote), closes: true };
}

function isArray(job: Job, node: ts.Expression): boolean {
  if (ts.isArrayLiteralExpression(node)) return true;
  if (!ts.isIdentifier(node)) return false;
  const declaration = job.names.declarationOf(node);
  if (declaration === undefined || !(ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)))
    return false;
  if (declaration.type !== undefined)
    return (
      ts.isArrayTypeNode(declaration.type) || /^(readonly |Array<|ReadonlyArray<)/.test(declaration.type.getText())
    );
  return declaration.initializer !== undefined && ts.isArrayLiteralExpression(declaration.initializer);
}

/** Whether a catch clause around the call reads members that exec's errors don't have. */
function readsStatus(call: ts.Node): boolean {
  for (let inner = call, outer = call.parent; !ts.isSourceFile(outer); inner = outer, outer = outer.parent) {
    if (
      ts.isTryStatement(outer) &&
      inner === outer.tryBlock &&
      outer.catchClause !== undefined &&
      mentionsStatus(outer.catchClause)
    )
      return true;
  }
  return false;
}

function mentionsStatus(node: ts.Node): boolean {
  const name = ts.isPropertyAccessExpression(node) || ts.isBindingElement(node) ? node.name : undefined;
  if (name !== undefined && ts.isIdentifier(name) && /^(status|output|pid|code)$/.test(name.text)) return true;
  return ts.forEachChild(node, (child) => (mentionsStatus(child) ? true : undefined)) ?? false;
}
