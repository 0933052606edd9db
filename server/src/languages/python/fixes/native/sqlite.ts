/** `with sqlite3.connect(p) as c:` → `async with aiosqlite.connect(p) as c:`, everything that works on it awaited. */
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { aliasesOf, indentOf } from "../block";
import { suspensionHazard, withValues } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Job, LocalEdit, Plan } from "../plan";
import { awaitSite, ownNodes } from "../site";
import { isAtHand, libraryCautions, type NativePlans } from "./atHand";
import { hasOwnLines, newlineOf } from "./lines";
import { openRun, runEdits, type OpenRun } from "./openRun";
import { rewriteUses, type Handle } from "./uses";

const executing = { execute: {}, executemany: {}, executescript: {} };
const withCursor = Object.fromEntries(Object.keys(executing).map((name) => [name, { gives: () => CURSOR }]));

const CURSOR: Handle = {
  methods: { ...withCursor, close: {}, fetchall: {}, fetchmany: {}, fetchone: {} },
  same: new Set(["arraysize", "description", "lastrowid", "rowcount"]),
  iterates: true,
  all: "fetchall",
};

const CONNECTION: Handle = {
  methods: { ...withCursor, commit: {}, cursor: { gives: () => CURSOR }, rollback: {} },
  same: new Set(["in_transaction", "total_changes"]),
};

/** A connection that lives in one block, where aiosqlite is at hand; it runs under asyncio alone. */
export function sqlitePlans(job: Job): NativePlans {
  const none = { first: [], second: [] };
  if (job.target.module !== "sqlite3" || !isAtHand(job, "aiosqlite")) return none;
  if (!librariesOf(job).libraries.includes("asyncio")) return none;
  const run = openRun(job, (node) => isConnect(job, node));
  for (const where of [...blocksAround(job), ...(run === undefined ? [] : [run])]) {
    const plan = planConnection(job, where);
    const isRewritten = plan?.edits.some(({ start, end }) => start <= job.call.end && job.call.start <= end) === true;
    if (plan !== undefined && isRewritten) return { first: [plan], second: [] };
  }
  return none;
}

function isConnect({ evaluator }: Job, node: PyNode): boolean {
  const callee = node.type === "call" ? childOf(node, "function") : undefined;
  return callee !== undefined && textOfPath(evaluator.valueOf(callee)) === "sqlite3.connect";
}

/** What a `with` enters: a connection, or one that `contextlib.closing` closes. */
function connectIn(job: Job, value: PyNode | undefined): PyNode | undefined {
  if (value === undefined || isConnect(job, value)) return value;
  const callee = value.type === "call" ? childOf(value, "function") : undefined;
  const given = childOf(value, "arguments")?.children ?? [];
  const isClosing = callee !== undefined && textOfPath(job.evaluator.valueOf(callee)) === "contextlib.closing";
  const [inner] = given;
  return isClosing && given.length === 1 && inner !== undefined && isConnect(job, inner) ? inner : undefined;
}

function blocksAround(job: Job): readonly PyNode[] {
  const found: PyNode[] = [];
  for (let outer = job.call.parent; outer !== undefined && outer.type !== "module"; outer = outer.parent) {
    if (outer.type !== "with_statement" || childOfType(outer, "async") !== undefined) continue;
    const values = withValues(outer);
    if (values.length === 1 && connectIn(job, values[0]) !== undefined) found.push(outer);
  }
  return found;
}

function planConnection(job: Job, where: PyNode | OpenRun): Plan | undefined {
  const { evaluator, names } = job;
  const isRun = "opening" in where;
  const statement = isRun ? where.opening : where;
  const value = isRun ? where.call : withValues(where)[0];
  const call = connectIn(job, value);
  const name = isRun ? where.name : aliasesOf(where)[0];
  const region = isRun ? where.region : where;
  if (value === undefined || call === undefined || name?.type !== "identifier" || !hasKnownArguments(job, call))
    return undefined;
  const site = awaitSite(evaluator, statement, minorOf(job));
  if ("refusal" in site || suspensionHazard(evaluator, statement) !== undefined || writesWhileReading(job, region))
    return undefined;
  const { text, needs } = names.access("aiosqlite", ["connect"], call);
  const edits: LocalEdit[] = isRun
    ? [...runEdits(job, where)]
    : [{ start: where.start, end: where.start, text: "async " }];
  const callee = childOf(call, "function") ?? call;
  if (value === call) edits.push({ start: callee.start, end: callee.end, text });
  else edits.push({ start: value.start, end: callee.end, text }, { start: call.end, end: value.end, text: "" });
  // `with` of sqlite3 ends the transaction and leaves the connection open, aiosqlite's only closes it.
  const commits = !isRun && value === call ? commitEdits(job, where, evaluator.text(name)) : [];
  if (commits === undefined) return undefined;
  const uses = rewriteUses(job, name, isRun ? { start: region.start, end: where.closing.end } : region, {
    ...CONNECTION,
    special: (_, use) => (isRun && where.closing.start <= use.start ? [] : rowFactory(job, use)),
  });
  if (uses.refusal !== undefined) return undefined;
  return {
    title: `Open it by \`${text}\`, and await what works on it`,
    cautions: [...uses.cautions, ...libraryCautions(job, "asyncio")],
    edits: [...edits, ...uses.edits, ...commits],
    needs,
    range: { start: region.start, end: region.end },
    moves: false,
  };
}

/** aiosqlite takes the database by position, and the rest by keyword. */
function hasKnownArguments({ evaluator }: Job, call: PyNode): boolean {
  const [database, ...rest] = childOf(call, "arguments")?.children ?? [];
  if (database === undefined || /splat|keyword|comment/.test(database.type)) return false;
  return rest.every((node) => {
    const name = childOf(node, "name");
    return (
      node.type === "keyword_argument" &&
      name !== undefined &&
      /^(cached_statements|check_same_thread|detect_types|isolation_level|timeout|uri)$/.test(evaluator.text(name))
    );
  });
}

/** Rows are fetched in bulk: what a loop over them writes could show in rows to come. */
function writesWhileReading({ evaluator, targets }: Job, region: PyNode): boolean {
  return [...descendants(region)].some((loop) => {
    const [right, body] = [childOf(loop, "right"), childOf(loop, "body")];
    if (loop.type !== "for_statement" || right === undefined || body === undefined) return false;
    const isCursor = (textOfPath(evaluator.valueOf(right)) ?? "").startsWith("sqlite3.");
    return (
      isCursor && [...descendants(body)].some((node) => targets.get(node)?.some(({ module }) => module === "sqlite3"))
    );
  });
}

/** `connection.row_factory = sqlite3.Row`; a function of one's own would run in the other thread. */
function rowFactory({ evaluator }: Job, use: PyNode): readonly LocalEdit[] | undefined {
  const { parent } = use;
  const assignment = parent?.parent;
  if (parent?.type !== "attribute" || !evaluator.text(parent).endsWith(".row_factory")) return undefined;
  const right = assignment?.type === "assignment" && parent.field === "left" ? childOf(assignment, "right") : undefined;
  return right !== undefined && textOfPath(evaluator.valueOf(right)) === "sqlite3.Row" ? [] : undefined;
}

/** A commit wherever the block is left without an error; undefined where that isn't plain to see. */
function commitEdits(job: Job, statement: PyNode, name: string): readonly LocalEdit[] | undefined {
  const { evaluator, names } = job;
  const { text } = evaluator.file;
  const newline = newlineOf(text);
  const body = childOf(statement, "body");
  const last = body?.children.filter(({ type }) => type !== "comment").at(-1);
  if (body === undefined || last === undefined || !hasOwnLines(evaluator, last)) return undefined;
  const edits: LocalEdit[] = [];
  for (const node of ownNodes(body)) {
    if (/^(try_statement|break_statement|continue_statement)$/.test(node.type)) return undefined;
    if (node.type !== "return_statement") continue;
    if (!hasOwnLines(evaluator, node)) return undefined;
    const indent = newline + indentOf(text, node.start);
    const [value] = node.children;
    if (value === undefined) {
      edits.push({ start: node.start, end: node.start, text: `await ${name}.commit()${indent}` });
      continue;
    }
    const result = names.freshIn(statement, "result", `result ${String(node.start)}`);
    edits.push({ start: node.start, end: value.start, text: `${result} = ` });
    edits.push({
      start: node.end,
      end: node.end,
      text: `${indent}await ${name}.commit()${indent}return ${result}`,
      closes: true,
    });
  }
  if (!/^(return|raise)_statement$/.test(last.type)) {
    const indent = newline + indentOf(text, last.start);
    edits.push({ start: last.end, end: last.end, text: `${indent}await ${name}.commit()`, closes: true });
  }
  return edits;
}
