/** `with open(p) as f: x = f.read()` → `Path(p).read_text`, where both give the same. */
import { childOf, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { threadHops } from "./hop";
import { withValues } from "./hazards";
import type { Job, Need, Plan } from "./plan";

/** One plan a library; none unless the block is exactly one `f.read()` whose file's name means the same to `Path`. */
export function readPlans(job: Job, statement: PyNode): readonly Plan[] {
  const { evaluator } = job;
  const [opened, ...others] = withValues(statement);
  const [only, ...more] = childOf(statement, "body")?.children ?? [];
  if (opened?.type !== "call" || others.length > 0 || only === undefined || more.length > 0) return [];
  if ([...descendants(statement)].some(({ type }) => type === "comment")) return [];
  const read = readCall(only);
  const alias = opened.parent?.type === "as_pattern" ? childOf(opened.parent, "alias") : undefined;
  if (read === undefined || alias === undefined) return [];
  if (evaluator.text(read).replace(/\s/g, "") !== `${evaluator.text(alias)}.read()`) return [];
  const reader = readerOf(job, opened);
  if (reader === undefined) return [];
  return threadHops(job, statement).flatMap((hop) => {
    if (hop.isCurried === true) return [];
    if (reader.options !== "" && !hop.keywords) return [];
    const before = evaluator.file.text.slice(only.start, read.start);
    return [
      {
        title: `Read it in a thread: \`${hop.name}\` with \`${reader.callee}\``,
        cautions: hop.cautions,
        edits: [
          {
            start: statement.start,
            end: statement.end,
            text: `${before}await ${hop.open}${reader.callee}${reader.options})`,
          },
        ],
        needs: [...hop.needs, ...reader.needs],
        range: { start: statement.start, end: statement.end },
        moves: true,
      },
    ];
  });
}

/** The call of `x = f.read()` and of `return f.read()`. */
function readCall(statement: PyNode): PyNode | undefined {
  const [inner] = statement.children;
  if (statement.type === "return_statement" && statement.children.length === 1)
    return inner?.type === "call" ? inner : undefined;
  if (statement.type !== "expression_statement" || inner?.type !== "assignment") return undefined;
  const [left, right] = [childOf(inner, "left"), childOf(inner, "right")];
  return left?.type === "identifier" && right?.type === "call" ? right : undefined;
}

interface Reader {
  readonly callee: string;
  readonly options: string;
  readonly needs: readonly Need[];
}

function readerOf(job: Job, opened: PyNode): Reader | undefined {
  const { evaluator, names } = job;
  const callee = childOf(opened, "function");
  const given = childOf(opened, "arguments")?.children ?? [];
  if (callee === undefined || given.some(({ type }) => type === "comment" || type.includes("splat"))) return undefined;
  const positional = given.filter(({ type }) => type !== "keyword_argument");
  const keywords = given
    .filter(({ type }) => type === "keyword_argument")
    .map((node) => ({ name: evaluator.text(childOf(node, "name") ?? node), text: evaluator.text(node), node }));
  const isMethod = callee.type === "attribute" && isPath(job, childOf(callee, "object"));
  const isBuiltin = textOfPath(evaluator.valueOf(callee)) === "builtins.open";
  if (!isMethod && !isBuiltin) return undefined;
  const [path, ...modes] = isMethod ? [childOf(callee, "object"), ...positional] : positional;
  const modeKeyword = keywords.find(({ name }) => name === "mode");
  const mode = modes[0] ?? (modeKeyword === undefined ? undefined : childOf(modeKeyword.node, "value"));
  const isBinary = mode === undefined ? false : modeOf(evaluator.text(mode));
  const options = keywords.filter(({ name }) => name !== "mode");
  if (path === undefined || modes.length > 1 || isBinary === undefined) return undefined;
  if (options.some(({ name }) => name !== "encoding" && name !== "errors") || (isBinary && options.length > 0))
    return undefined;
  const method = isBinary ? "read_bytes" : "read_text";
  const rest = options.map(({ text }) => `, ${text}`).join("");
  if (isMethod || isPath(job, path)) {
    const isOperation = /_operator$|^(conditional_expression|await|lambda|named_expression)$/.test(path.type);
    const text = isOperation ? `(${evaluator.text(path)})` : evaluator.text(path);
    return { callee: `${text}.${method}`, options: rest, needs: [] };
  }
  if (!isPlainName(evaluator.text(path))) return undefined;
  const type = names.access("pathlib", ["Path"], opened, "from");
  return { callee: `${type.text}(${evaluator.text(path)}).${method}`, options: rest, needs: type.needs };
}

/** Whether a mode reads bytes; undefined for one that isn't known, or that writes. */
function modeOf(text: string): boolean | undefined {
  const [, mode] = /^["']([rbt]+)["']$/.exec(text) ?? [];
  return mode === undefined ? undefined : mode.includes("b");
}

function isPath({ evaluator }: Job, node: PyNode | undefined): boolean {
  const path = node === undefined ? undefined : textOfPath(evaluator.valueOf(node));
  return path !== undefined && /^pathlib\.Path\(\)(\.__truediv__\(\)|\.parent)*$/.test(path);
}

/** A literal that `Path` leaves as it is: error messages show it. */
function isPlainName(text: string): boolean {
  return /^(["'])\/?[\w-][\w .-]*(\/[\w-][\w .-]*)*\1$/.test(text);
}
