/** `subprocess.run([…])` → `await anyio.run_process([…])`, `trio.run_process`: both give a `CompletedProcess` of bytes. */
import type { PyNode } from "../../tree";
import { suspensionHazard } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Job, Plan } from "../plan";
import { awaitSite, needsParentheses } from "../site";
import { startOf } from "../wrap";
import { libraryCautions, type NativePlans } from "./atHand";
import { commandOf, type Command, type Stream } from "./command";

/** Plans behind the thread. */
export function runProcessPlans(job: Job): NativePlans {
  const { evaluator, call, names } = job;
  const none = { first: [], second: [] };
  const command = job.target.module === "subprocess" && call.type === "call" ? commandOf(job) : undefined;
  if (command === undefined) return none;
  const site = awaitSite(evaluator, call, minorOf(job));
  const hazard = suspensionHazard(evaluator, call);
  if ("refusal" in site || (hazard !== undefined && "refuse" in hazard)) return none;
  const second: Plan[] = [];
  for (const library of librariesOf(job).libraries) {
    if (library === "asyncio") continue;
    const keywords = library === "anyio" ? anyioKeywords(job, command) : trioKeywords(job, command);
    const { text, needs } = names.access(library, ["run_process"], call);
    const member = { run: "", call: ".returncode", check_call: ".returncode", check_output: ".stdout" }[
      command.function
    ];
    const given = [command.command, ...command.others].map((node) => evaluator.text(node));
    const [first = "", ...others] = given;
    const run = `await ${text}(${[first, ...keywords, ...others].join(", ")})`;
    const isBracketed = member !== "" || needsParentheses(call);
    second.push({
      title: `Await \`${text}\``,
      cautions: [...(hazard === undefined ? [] : [hazard.caution]), ...libraryCautions(job, library)],
      edits: [
        ...site.edits,
        { start: startOf(evaluator.file.text, call), end: call.end, text: isBracketed ? `(${run})${member}` : run },
      ],
      needs,
      range: { start: call.start, end: call.end },
      moves: true,
    });
  }
  return { first: [], second };
}

/** anyio captures both streams and checks, unless it is told otherwise; a string is for the shell. */
function anyioKeywords({ evaluator }: Job, command: Command): readonly string[] {
  const stream = (name: string, value: Stream): readonly string[] => {
    if (value === "captured") return [];
    return [`${name}=${value === undefined ? "None" : evaluator.text(value)}`];
  };
  return [
    ...given(evaluator.text.bind(evaluator), "stdin", command.stdin),
    ...given(evaluator.text.bind(evaluator), "input", command.input),
    ...stream("stdout", command.stdout),
    ...stream("stderr", command.stderr),
    ...(command.isChecked ? [] : ["check=False"]),
  ];
}

/** trio captures what it is told to, checks, and gives an empty standard input unless it is told otherwise. */
function trioKeywords({ evaluator }: Job, command: Command): readonly string[] {
  const stream = (name: string, value: Stream): readonly string[] => {
    if (value === "captured") return [`capture_${name}=True`];
    return value === undefined ? [] : [`${name}=${evaluator.text(value)}`];
  };
  const stdin = command.input ?? command.stdin;
  return [
    `stdin=${stdin === undefined ? "None" : evaluator.text(stdin)}`,
    ...stream("stdout", command.stdout),
    ...stream("stderr", command.stderr),
    ...(command.isChecked ? [] : ["check=False"]),
    ...(command.isShell ? ["shell=True"] : []),
  ];
}

function given(textOf: (node: PyNode) => string, name: string, node: PyNode | undefined): readonly string[] {
  return node === undefined ? [] : [`${name}=${textOf(node)}`];
}
