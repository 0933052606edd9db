/** `r = subprocess.run([…])` → `asyncio.create_subprocess_exec`, the streams and the check written out. */
import { childOf, descendants, type PyNode } from "../../tree";
import { indentOf } from "../block";
import { functionAround, suspensionHazard } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Job, LocalEdit, Need, Plan } from "../plan";
import { awaitSite } from "../site";
import { libraryCautions, type NativePlans } from "./atHand";
import { commandOf, type Command, type Stream } from "./command";
import { hasOwnLines, newlineOf, unitAt } from "./lines";
import { rewriteResult, type Uses } from "./uses";

/** Behind the thread, under asyncio, for a statement that begins with the call. */
export function createProcessPlans(job: Job): NativePlans {
  const none = { first: [], second: [] };
  if (job.target.module !== "subprocess" || job.call.type !== "call") return none;
  if (!librariesOf(job).libraries.includes("asyncio")) return none;
  const command = commandOf(job);
  const plan = command === undefined ? undefined : planProcess(job, command);
  return plan === undefined ? none : { first: [], second: [plan] };
}

function planProcess(job: Job, command: Command): Plan | undefined {
  const { evaluator, call, names } = job;
  const { text } = evaluator.file;
  const statement = statementOf(call);
  const home = functionAround(call);
  if (statement === undefined || home === undefined || !hasOwnLines(evaluator, statement)) return undefined;
  if ([...descendants(statement)].some((node) => node !== call && job.targets.has(node))) return undefined;
  const site = awaitSite(evaluator, call, minorOf(job));
  const hazard = suspensionHazard(evaluator, call);
  const arguments_ = processArguments(job, command);
  // The error shows the command: it is written twice, so nothing in it may happen twice.
  const isPure =
    !command.isChecked ||
    [...descendants(command.command)].every(({ type }) => !/^(call|await|named_expression|lambda)$/.test(type));
  if ("refusal" in site || (hazard !== undefined && "refuse" in hazard) || arguments_ === undefined || !isPure)
    return undefined;
  const fresh = (base: string): string => names.freshIn(home, base, `${base} ${String(statement.start)}`);
  const [process, stdout, stderr] = [fresh("process"), fresh("stdout"), fresh("stderr")];
  const results = { process, stdout: stdoutOf(command.stdout, stdout), stderr: stdoutOf(command.stderr, stderr) };
  const uses = usesOf(job, command, results);
  if (uses === undefined) return undefined;
  const create = names.access(
    "asyncio",
    [command.isShell ? "create_subprocess_shell" : "create_subprocess_exec"],
    call,
  );
  const pipe = names.access("subprocess", ["PIPE"], call);
  const error = names.access("subprocess", ["CalledProcessError"], call);
  const line = newlineOf(text) + indentOf(text, statement.start);
  const waits = waiting(evaluator.text.bind(evaluator), command, { process, stdout, stderr });
  const given = command.function === "check_output" ? [results.stdout] : [results.stdout, results.stderr];
  const streams = given.some((one) => one !== "None") ? given.map((one) => `, ${one}`).join("") : "";
  const raised = `raise ${error.text}(${process}.returncode, ${evaluator.text(command.command)}${streams})`;
  const check = command.isChecked
    ? [`if ${process}.returncode != 0:${line}${unitAt(evaluator, statement)}${raised}`]
    : [];
  const lines = [`${process} = await ${create.text}(${arguments_(pipe.text)})`, waits, ...check];
  const isDropped = statement.type === "expression_statement" && call.parent === statement;
  const needs: Need[] = [...create.needs, ...pipe.needs, ...(command.isChecked ? error.needs : [])];
  const before = lines.join(line);
  const edits: LocalEdit[] = isDropped
    ? [{ start: statement.start, end: statement.end, text: before }]
    : [...uses.edits, { start: statement.start, end: statement.start, text: before + line }];
  return {
    title: `Await a process of \`${create.text}\``,
    cautions: [...(hazard === undefined ? [] : [hazard.caution]), ...uses.cautions, ...libraryCautions(job, "asyncio")],
    edits: withoutAssignment(job, statement, command, edits, before),
    needs,
    range: { start: statement.start, end: statement.end },
    moves: true,
  };
}

/** `r = run(…)` itself is gone: what `r` gave has names of its own. */
function withoutAssignment(
  job: Job,
  statement: PyNode,
  command: Command,
  edits: readonly LocalEdit[],
  before: string,
): readonly LocalEdit[] {
  const isNamed = command.function === "run" && job.call.parent?.type === "assignment";
  if (!isNamed) return edits;
  return [
    { start: statement.start, end: statement.end, text: before },
    ...edits.filter(({ start }) => start < statement.start || start >= statement.end),
  ];
}

function stdoutOf(stream: Stream, name: string): string {
  return stream === "captured" ? name : "None";
}

interface Results {
  readonly process: string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Edits of what uses the result: a name or `.stdout` of `run`, the value of the others. */
function usesOf(job: Job, command: Command, results: Results): Uses | undefined {
  const { call } = job;
  const { parent } = call;
  if (command.function !== "run") {
    const value = { call: `${results.process}.returncode`, check_call: "0", check_output: results.stdout };
    return { edits: [{ start: call.start, end: call.end, text: value[command.function] }], cautions: new Set() };
  }
  if (parent?.type === "expression_statement") return { edits: [], cautions: new Set() };
  const uses = rewriteResult(job, call, functionAround(call) ?? call, {
    methods: {},
    same: new Set(),
    special: ({ evaluator }, use) => {
      const attribute = use.parent?.type === "attribute" ? childOf(use.parent, "attribute") : undefined;
      const name = attribute === undefined ? "" : evaluator.text(attribute);
      if (use.parent === undefined || !/^(stdout|stderr|returncode)$/.test(name)) return undefined;
      const value =
        name === "returncode" ? `${results.process}.returncode` : name === "stdout" ? results.stdout : results.stderr;
      return [{ start: use.parent.start, end: use.parent.end, text: value }];
    },
  });
  return uses.refusal === undefined ? uses : undefined;
}

/** The statement whose evaluation begins with the call: `call`, `x = call.y`, `return call[0]`. */
function statementOf(call: PyNode): PyNode | undefined {
  let node = call;
  while (node.parent !== undefined && /^(attribute|call|subscript)$/.test(node.parent.type)) {
    const isHead = node.field === "object" || node.field === "function" || node.field === "value";
    if (!isHead) return undefined;
    node = node.parent;
  }
  const { parent } = node;
  if (parent?.type === "assignment" && node.field === "right")
    return parent.parent?.type === "expression_statement" ? parent.parent : undefined;
  return parent !== undefined && /^(return|expression)_statement$/.test(parent.type) ? parent : undefined;
}

/** The arguments of the new call, once it is known how a pipe is written; undefined where they can't be told. */
function processArguments({ evaluator }: Job, command: Command): ((pipe: string) => string) | undefined {
  const textOf = evaluator.text.bind(evaluator);
  const elements = command.command.children;
  if (elements.some(({ type }) => type === "comment")) return undefined;
  if (!command.isShell && (elements.length === 0 || elements[0]?.type === "list_splat")) return undefined;
  if (command.input !== undefined && command.stdin !== undefined) return undefined;
  const words = command.isShell ? [textOf(command.command)] : elements.map(textOf);
  return (pipe) => {
    const stream = (name: string, value: Stream): readonly string[] => {
      if (value === undefined) return [];
      return [`${name}=${value === "captured" ? pipe : textOf(value)}`];
    };
    return [
      ...words,
      ...stream("stdin", command.input === undefined ? command.stdin : "captured"),
      ...stream("stdout", command.stdout),
      ...stream("stderr", command.stderr),
      ...command.others.map(textOf),
    ].join(", ");
  };
}

/** Waits for the end, and reads what is captured. */
function waiting(textOf: (node: PyNode) => string, command: Command, { process, stdout, stderr }: Results): string {
  const talk = `await ${process}.communicate(${command.input === undefined ? "" : textOf(command.input)})`;
  if (command.stdout === "captured" || command.stderr === "captured") return `${stdout}, ${stderr} = ${talk}`;
  return command.input === undefined ? `await ${process}.wait()` : talk;
}
