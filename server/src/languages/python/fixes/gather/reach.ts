/** What a wrapped call may do to others, as far as the file shows: by the functions that it runs, and by their names. */
import type { PyEvaluator } from "../../evaluate";
import { childOf, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { shortText } from "../moved";
import { threadUseOf } from "../threads";

/** Functions and methods that change more than what they are given, whatever they belong to. */
const FAR_REACHING =
  /^(unlink|remove|rename|renames|replace|mkdir|makedirs|rmdir|removedirs|rmtree|move|touch|chmod|chown|chdir|utime|truncate|symlink|link|symlink_to|hardlink_to|make_archive|unpack_archive|extract|extractall|commit|rollback|execute|executemany|executescript|acquire|release|join|wait)$/;
/** Those of them that strings and lists have too. */
const AMBIGUOUS = /^(remove|replace|join|wait|extract|move|execute|link)$/;
const OF_FILES = /^(multiprocessing|os|pathlib|shutil|sqlite3|tarfile|threading|zipfile)\b/;
const COMMANDS = /^(subprocess\.|os\.(system|popen|spawn\w*|startfile|putenv)$)/;
/** What writes to a file that its arguments name. */
const WRITERS =
  /^(write|writelines|write_text|write_bytes|urlretrieve|copy|copy2|copyfile|copyfileobj|copymode|copystat|copytree|dump|save|savefig|savetxt|to_\w+|upload_\w+|download_\w+)$/;
/** More functions than these aren't looked at. */
const MOST_FUNCTIONS = 50;

export interface Reach {
  /** What it runs that others may notice wherever it does it; a pause counts where it stands for itself. */
  readonly far?: string;
  /** What it runs that writes to something that it is given. */
  readonly writes?: string;
  /** Something outside that its functions change, or that changes under them. */
  readonly hazard?: string;
}

/** What the functions in `given`, and what they call in the same file, may do. */
export function reachOf(evaluator: PyEvaluator, given: readonly PyNode[]): Reach {
  const seen = new Set<PyNode>();
  const pending: PyNode[] = [];
  const found: { far?: string; writes?: string; hazard?: string } = {};
  const look = (root: PyNode, isDirect: boolean): void => {
    for (const node of descendants(root)) {
      if (node.type === "lambda") pending.push(node);
      if (!/^(identifier|attribute)$/.test(node.type) || node.field === "attribute") continue;
      const value = evaluator.valueOf(node);
      if (value.kind === "function") pending.push(value.node);
      // What is only read, of what is given, runs nothing.
      const isRun = node.field === "function" || (isDirect && given.includes(node));
      if (!isRun) continue;
      const path = textOfPath(value) ?? "";
      const name = lastName(evaluator, node);
      const text = shortText(evaluator, node);
      if (path.startsWith("builtins.") && name !== "open") continue;
      const isFar = FAR_REACHING.test(name) && (isDirect || !AMBIGUOUS.test(name) || OF_FILES.test(path));
      if (isFar || COMMANDS.test(path) || (isDirect && path === "time.sleep")) found.far ??= text;
      else if (WRITERS.test(name) || opensToWrite(evaluator, node)) found.writes ??= text;
    }
  };
  for (const node of given) look(node, true);
  for (const function_ of pending) {
    if (seen.has(function_) || seen.size > MOST_FUNCTIONS) continue;
    seen.add(function_);
    const { hazard } = threadUseOf(evaluator, function_);
    if (hazard !== undefined) found.hazard ??= hazard;
    const body = childOf(function_, "body");
    if (body !== undefined) look(body, false);
  }
  return found;
}

function lastName(evaluator: PyEvaluator, node: PyNode): string {
  const name = node.type === "attribute" ? childOf(node, "attribute") : node;
  return name === undefined ? "" : evaluator.text(name);
}

/** `open(path, "w")`: a mode that isn't for reading, or that nobody can see. */
function opensToWrite(evaluator: PyEvaluator, callee: PyNode): boolean {
  const list = callee.parent?.type === "call" ? childOf(callee.parent, "arguments") : undefined;
  if (lastName(evaluator, callee) !== "open" || list === undefined) return false;
  const texts = list.children.map((child) => evaluator.text(child).replace(/^mode\s*=\s*/, ""));
  return texts.some((text) => /^["'][rbtU]*[wax+][rwaxbt+]*["']$/.test(text));
}
