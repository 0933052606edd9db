/** What a call of `subprocess.run` and its relatives asks for, as far as it can be written otherwise. */
import { childOf, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import type { Job } from "../plan";

export const FUNCTIONS = ["run", "call", "check_call", "check_output"] as const;

export interface Command {
  readonly function: (typeof FUNCTIONS)[number];
  /** The whole argument list, and the command in it. */
  readonly list: PyNode;
  readonly command: PyNode;
  readonly isShell: boolean;
  readonly isChecked: boolean;
  /** `capture_output=True`, or `stdout=subprocess.PIPE`. */
  readonly stdout: Stream;
  readonly stderr: Stream;
  readonly stdin: PyNode | undefined;
  readonly input: PyNode | undefined;
  /** `cwd=…`, `env=…`: handed on as they are. */
  readonly others: readonly PyNode[];
}

/** `captured`; inherited when undefined; another value of the keyword. */
export type Stream = "captured" | PyNode | undefined;

/** Undefined for anything that isn't understood: text, a timeout, a command that may be a string. */
export function commandOf({ evaluator, call }: Job): Command | undefined {
  const callee = childOf(call, "function");
  const list = childOf(call, "arguments");
  const path = callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
  const name = FUNCTIONS.find((one) => path === `subprocess.${one}`);
  const given = list?.children ?? [];
  if (name === undefined || list?.type !== "argument_list") return undefined;
  const [command, ...rest] = given;
  // What is left out or written anew would take a comment with it.
  if (given.some(({ type }) => type === "comment")) return undefined;
  if (command === undefined || rest.some(({ type }) => type !== "keyword_argument")) return undefined;
  const keywords = new Map(
    rest.map((node) => [
      evaluator.text(childOf(node, "name") ?? node),
      { node, value: childOf(node, "value") ?? node },
    ]),
  );
  const take = (keyword: string): PyNode | undefined => {
    const found = keywords.get(keyword)?.value;
    keywords.delete(keyword);
    return found?.type === "none" ? undefined : found;
  };
  const flag = (keyword: string): boolean | undefined => {
    const value = take(keyword);
    if (value === undefined || value.type === "false") return false;
    return value.type === "true" ? true : undefined;
  };
  const [isCapturing, isShell, check] = [flag("capture_output"), flag("shell"), flag("check")];
  const [stdin, input] = [take("stdin"), take("input")];
  const stream = (keyword: string): Stream => {
    const value = take(keyword);
    const isPipe = value !== undefined && textOfPath(evaluator.valueOf(value)) === "subprocess.PIPE";
    return isPipe || isCapturing === true ? "captured" : value;
  };
  const [stdout, stderr] = [stream("stdout"), stream("stderr")];
  if (isCapturing === undefined || isShell === undefined || check === undefined) return undefined;
  // Empty input is no input to anyio.
  if (input !== undefined && !/^b["'](?!["'])/.test(evaluator.text(input))) return undefined;
  const others = ["cwd", "env"].flatMap((keyword) => {
    const found = keywords.get(keyword);
    keywords.delete(keyword);
    return found === undefined ? [] : [found.node];
  });
  if (keywords.size > 0) return undefined;
  const isKnown = isShell ? /^(string|concatenated_string)$/.test(command.type) : command.type === "list";
  // Nobody reads what `call` would capture: it waits for ever once the pipe is full.
  const isFull = name.endsWith("call") && (stdout === "captured" || stderr === "captured");
  if (!isKnown || isFull || (name === "check_output" && stdout !== undefined)) return undefined;
  return {
    function: name,
    list,
    command,
    isShell,
    isChecked: check || name.startsWith("check_"),
    stdout: name === "check_output" ? "captured" : stdout,
    stderr,
    stdin,
    input,
    others: others.sort((a, b) => a.start - b.start),
  };
}
