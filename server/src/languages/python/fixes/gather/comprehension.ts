/** `[await f(x) for x in xs]`, which waits for one after the other → all of them together, or so many at a time. */
import type { Span } from "../../../../core/facts";
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { indentOf, indentUnit } from "../block";
import { functionAround } from "../hazards";
import { librariesOf } from "../hop";
import type { Plan, Workbench } from "../plan";
import { awaitSite } from "../site";
import { kindOf, touches } from "./calls";
import { handlerAround, type GatherPlans } from "./index";

/** So many at a time, where no pool of threads sets a limit: about what servers and file systems take from one client. */
const AT_A_TIME = 10;

interface Repeated {
  readonly comprehension: PyNode;
  /** The statement that it stands in. */
  readonly statement: PyNode;
  /** What is awaited for each element. */
  readonly call: PyNode;
  /** `x` and `xs` of `for x in xs`. */
  readonly target: PyNode;
  readonly iterable: PyNode;
  readonly conditions: readonly PyNode[];
}

const NOTHING: GatherPlans = { plans: [], refused: [] };

const TITLE = "Run these calls together";

export function comprehensionPlans(bench: Workbench, span: Span): GatherPlans {
  const found = repeatedAt(bench, span);
  if (found === undefined) return NOTHING;
  if ("refusal" in awaitSite(bench.evaluator, found.comprehension, 12)) return NOTHING;
  const kind = kindOf(bench, found.call);
  const { libraries } = librariesOf(bench);
  const library =
    kind === "asyncio" || kind === "future" ? "asyncio" : kind === "anyio" || kind === "trio" ? kind : libraries[0];
  if (library === undefined) return NOTHING;
  if (library === "asyncio") return { plans: gatherForms(bench, found, kind !== undefined), refused: [] };
  const handler = handlerAround(bench, found.statement);
  const title = `${TITLE} with \`${library === "anyio" ? "anyio.create_task_group" : "trio.open_nursery"}\``;
  const plan = handler === undefined ? structuredForm(bench, found, library, title) : { refusal: handler };
  return "refusal" in plan ? { plans: [], refused: [{ title, reason: plan.refusal }] } : { plans: [plan], refused: [] };
}

/** The innermost list comprehension at the cursor that awaits a call for each element, and nothing else. */
function repeatedAt({ evaluator }: Workbench, span: Span): Repeated | undefined {
  const all = [...descendants(evaluator.file.root)].filter((node) => node.type === "list_comprehension");
  const comprehension = all.findLast((node) => touches(node, span));
  const home = comprehension === undefined ? undefined : functionAround(comprehension);
  if (comprehension === undefined || home === undefined || childOfType(home, "async") === undefined) return undefined;
  const body = childOf(comprehension, "body");
  const call = body?.type === "await" ? body.children[0] : undefined;
  const clauses = comprehension.children.filter(({ type }) => type === "for_in_clause");
  const [clause, ...others] = clauses;
  if (call?.type !== "call" || clause === undefined || others.length > 0) return undefined;
  const [target, iterable] = [childOf(clause, "left"), childOf(clause, "right")];
  const conditions = comprehension.children.filter(({ type }) => type === "if_clause");
  const isAsync = childOfType(clause, "async") !== undefined;
  // What else waits, or sets a name, does so between the calls.
  const isPlain = [call, ...conditions].every((part) =>
    [...descendants(part)].every(({ type }) => !/^(await|yield|named_expression)$/.test(type)),
  );
  if (target === undefined || iterable === undefined || isAsync || !isPlain) return undefined;
  return { comprehension, statement: statementOf(comprehension), call, target, iterable, conditions };
}

function statementOf(node: PyNode): PyNode {
  let statement = node;
  while (statement.parent !== undefined && statement.parent.type !== "block") statement = statement.parent;
  return statement;
}

const ERRORS = "the first error is raised while the others go on";

function gatherForms(bench: Workbench, found: Repeated, isPooled: boolean): readonly Plan[] {
  const { evaluator, names } = bench;
  const { comprehension, statement, call } = found;
  const home = functionAround(comprehension) ?? evaluator.file.root;
  const gather = names.access("asyncio", ["gather"], call);
  const { text } = evaluator.file;
  const behind = text.slice(call.end, comprehension.end);
  const range = { start: comprehension.start, end: comprehension.end };
  const all = (element: string): string => `await ${gather.text}(*[${element}${behind})`;
  const plan = (title: string, caution: string, edits: Plan["edits"], needs: Plan["needs"]): Plan => ({
    title,
    cautions: ["in any order", ERRORS, ...(caution === "" ? [] : [caution])],
    edits,
    needs: [...gather.needs, ...needs],
    range,
    moves: true,
  });
  // A pool of threads has its own limit.
  const plain = plan(
    `${TITLE} with \`asyncio.gather\``,
    isPooled ? "" : "all of them at once",
    [{ ...range, text: all(evaluator.text(call)) }],
    [],
  );
  if (isPooled) return [plain];
  const semaphore = names.access("asyncio", ["Semaphore"], call);
  const [limit, limited] = [
    names.freshIn(home, "limit", "gather limit"),
    names.freshIn(home, "limited", "gather limited"),
  ];
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const base = indentOf(text, statement.start);
  const unit = indentUnit(text, home);
  const before = [
    `${limit} = ${semaphore.text}(${String(AT_A_TIME)})`,
    "",
    `async def ${limited}(awaitable):`,
    `${unit}async with ${limit}:`,
    `${unit}${unit}return await awaitable`,
    "",
    "",
  ];
  const lines = before.map((line, index) => (index === 0 || line === "" ? line : base + line)).join(newline) + base;
  const few = plan(
    `Run these calls together, ${String(AT_A_TIME)} at a time, with \`asyncio.gather\``,
    "",
    [
      { start: statement.start, end: statement.start, text: lines },
      { ...range, text: all(`${limited}(${evaluator.text(call)})`) },
    ],
    semaphore.needs,
  );
  return [few, plain];
}

/** A task group or a nursery, whose tasks keep their results by their place. */
function structuredForm(
  bench: Workbench,
  { comprehension, statement, call, target, iterable, conditions }: Repeated,
  library: "anyio" | "trio",
  title: string,
): Plan | { readonly refusal: string } {
  const { evaluator, names } = bench;
  const { text } = evaluator.file;
  const parts = target.type === "identifier" ? [target] : target.children;
  if (parts.some(({ type }) => type !== "identifier")) return { refusal: "its elements are taken apart" };
  const home = functionAround(comprehension) ?? evaluator.file.root;
  const fresh = (name: string): string => names.freshIn(home, name, `gather ${name}`);
  const [results, limiter, keep, index] = [fresh("results"), fresh("limiter"), fresh("keep"), fresh("index")];
  const group = fresh(library === "anyio" ? "tasks" : "nursery");
  const opener = names.access(library, [library === "anyio" ? "create_task_group" : "open_nursery"], call);
  const capacity = names.access(library, ["CapacityLimiter"], call);
  const given = parts.map((part) => evaluator.text(part)).join(", ");
  const unit = indentUnit(text, home);
  const base = indentOf(text, statement.start);
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const deeper = conditions.length === 0 ? "" : unit;
  const lines = [
    `${results} = {}`,
    `${limiter} = ${capacity.text}(${String(AT_A_TIME)})`,
    "",
    `async def ${keep}(${index}, ${given}):`,
    `${unit}async with ${limiter}:`,
    `${unit}${unit}${results}[${index}] = await ${evaluator.text(call)}`,
    "",
    `async with ${opener.text}() as ${group}:`,
    `${unit}for ${index}, ${parts.length > 1 ? `(${given})` : given} in enumerate(${evaluator.text(iterable)}):`,
    ...(conditions.length === 0
      ? []
      : [`${unit}${unit}if ${conditions.map((one) => evaluator.text(one).replace(/^if\s+/, "")).join(" and ")}:`]),
    `${unit}${unit}${deeper}${group}.start_soon(${keep}, ${index}, ${given})`,
    "",
  ];
  const before = lines.map((line, at) => (at === 0 || line === "" ? line : base + line)).join(newline) + base;
  return {
    title: `${title}, ${String(AT_A_TIME)} at a time`,
    cautions: ["in any order", "errors come in an `ExceptionGroup`"],
    edits: [
      { start: statement.start, end: statement.start, text: before },
      {
        start: comprehension.start,
        end: comprehension.end,
        text: `[${results}[${index}] for ${index} in sorted(${results})]`,
      },
    ],
    needs: [...opener.needs, ...capacity.needs],
    range: { start: comprehension.start, end: comprehension.end },
    moves: true,
  };
}
