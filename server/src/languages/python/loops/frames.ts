/** Loops in Python over the rows of a pandas DataFrame: some 1 µs (`itertuples`) to 30 µs (`iterrows`) each, before anything is done with them. */
import type { WorkSign } from "../../../core/facts";
import type { PyEvaluator } from "../evaluate";
import { childOf, skipParentheses, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { keywordOf, positional } from "./walks";

/** What gives a DataFrame of any size: readers, the class itself, and methods that leave its rows as they are. */
const FRAME =
  /^pandas\.(?:read_(?:csv|excel|feather|fwf|json|orc|parquet|pickle|sas|spss|sql|sql_query|sql_table|stata|table|xml)|(?:core\.frame\.)?DataFrame|concat|merge)\(\)(?:\.(?:assign|copy|drop|drop_duplicates|dropna|fillna|join|merge|query|rename|reset_index|set_index|sort_values)\(\))*$/;

const PASSING = /^builtins\.(?:enumerate|list|zip)$|^tqdm\.(?:auto\.)?tqdm$/;

/** The DataFrame whose rows a `for` statement or a comprehension goes through. */
export function rowsOfLoop(evaluator: PyEvaluator, loop: PyNode): WorkSign | undefined {
  const clauses = loop.type === "for_statement" ? [loop] : loop.children.filter(({ type }) => type === "for_in_clause");
  for (const clause of clauses) {
    const right = childOf(clause, "right");
    const over = right && iteratedFrame(evaluator, skipParentheses(right));
    if (over !== undefined) return { kind: "rows", over };
  }
  return undefined;
}

/** `df.apply(f, axis=1)` calls a function of Python for each row, `df.applymap(f)` for each value. */
export function rowsOfCall(evaluator: PyEvaluator, call: PyNode): WorkSign | undefined {
  const [callee, object, name] = methodOf(evaluator, call);
  if (callee === undefined || object === undefined) return undefined;
  const isEach = name === "applymap" || (name === "apply" && isByRow(evaluator, call));
  const over = isEach ? frameOf(evaluator, object) : undefined;
  return over === undefined ? undefined : { kind: "rows", over };
}

function isByRow(evaluator: PyEvaluator, call: PyNode): boolean {
  const axis = keywordOf(evaluator, call, "axis") ?? positional(call)[1];
  return axis !== undefined && /^(?:1|["']columns["'])$/.test(evaluator.text(axis));
}

function iteratedFrame(evaluator: PyEvaluator, node: PyNode): string | undefined {
  if (node.type !== "call") return undefined;
  const [callee, object, name] = methodOf(evaluator, node);
  if (object !== undefined && (name === "iterrows" || name === "itertuples")) return frameOf(evaluator, object);
  const path = callee === undefined ? undefined : textOfPath(evaluator.valueOf(callee));
  const [argument] = positional(node);
  if (path === undefined || argument === undefined || !PASSING.test(path)) return undefined;
  return iteratedFrame(evaluator, skipParentheses(argument));
}

function methodOf(
  evaluator: PyEvaluator,
  call: PyNode,
): readonly [callee?: PyNode | undefined, object?: PyNode | undefined, name?: string | undefined] {
  const callee = childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
  return [callee, callee && childOf(callee, "object"), name && evaluator.text(name)];
}

/** As written, where it is known to be a DataFrame. */
function frameOf(evaluator: PyEvaluator, object: PyNode): string | undefined {
  const isFrame = FRAME.test(textOfPath(evaluator.valueOf(object)) ?? "");
  const text = evaluator.text(object).replace(/\s+/g, " ");
  return isFrame ? (text.length > 60 ? `${text.slice(0, 59)}…` : text) : undefined;
}
