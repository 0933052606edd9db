/** `with open(p) as f:` → `async with aiofiles.open(p) as f:`, `anyio.open_file`, `trio.open_file`: nothing of it blocks. */
import { childOf, childOfType, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { aliasesOf, blockAround } from "../block";
import { suspensionHazard, withValues } from "../hazards";
import { librariesOf, minorOf } from "../hop";
import type { Job, LocalEdit, Need, Plan } from "../plan";
import { awaitSite } from "../site";
import { isAtHand, libraryCautions, type NativePlans } from "./atHand";
import { openRun, runEdits, type OpenRun } from "./openRun";
import { checkAwait, rewriteUses, type Handle, type Uses } from "./uses";

const FILE: Handle = {
  methods: {
    read: {},
    readline: {},
    readlines: {},
    write: {},
    writelines: {},
    flush: {},
    seek: {},
    tell: {},
    truncate: {},
  },
  same: new Set(["name"]),
  iterates: true,
  all: "readlines",
};

const LIBRARIES = {
  asyncio: { module: "aiofiles", member: "open", before: "" },
  anyio: { module: "anyio", member: "open_file", before: "await " },
  trio: { module: "trio", member: "open_file", before: "await " },
} as const;

/** A file is at hand in every library but asyncio's own, which has aiofiles. */
export function filePlans(job: Job): NativePlans {
  const block = blockAround(job);
  const run = block === undefined ? openRun(job, (opening) => job.targets.has(opening)) : undefined;
  const whole = block ?? run?.opening;
  if (whole === undefined) return { first: [], second: [] };
  const first: Plan[] = [];
  const second: Plan[] = [];
  for (const library of librariesOf(job).libraries) {
    const form = LIBRARIES[library];
    if (library === "asyncio" && !isAtHand(job, form.module)) continue;
    const access = job.names.access(form.module, [form.member], whole);
    const plan = planFile(job, block ?? run, {
      ...access,
      before: form.before,
      cautions: libraryCautions(job, library),
    });
    if (plan !== undefined) (library === "asyncio" ? first : second).push(plan);
  }
  return { first, second };
}

interface Opener {
  readonly text: string;
  readonly before: string;
  readonly needs: readonly Need[];
  readonly cautions: readonly string[];
}

/** Undefined where a use of the file has no asynchronous form. */
function planFile(job: Job, where: PyNode | OpenRun | undefined, opener: Opener): Plan | undefined {
  if (where === undefined) return undefined;
  const isRun = "opening" in where;
  const statement = isRun ? where.opening : where;
  const calls = isRun ? [where.call] : withValues(where);
  const aliases = isRun ? [where.name] : aliasesOf(where);
  const region = isRun ? where.region : where;
  if (calls.length !== aliases.length || (!isRun && childOfType(where, "async") !== undefined)) return undefined;
  const site = awaitSite(job.evaluator, statement, minorOf(job));
  const hazard = suspensionHazard(job.evaluator, statement);
  if ("refusal" in site || hazard !== undefined) return undefined;
  const edits: LocalEdit[] = isRun
    ? [...runEdits(job, where)]
    : [{ start: where.start, end: where.start, text: "async " }];
  const cautions = new Set(opener.cautions);
  for (const [index, call] of calls.entries()) {
    const alias = aliases[index];
    const opened = openEdits(job, call, opener);
    if (opened === undefined || alias?.type !== "identifier") return undefined;
    const uses = rewriteUses(job, alias, isRun ? { start: region.start, end: where.closing.end } : region, {
      ...FILE,
      special: (_, use, found) => (isRun && where.closing.start <= use.start ? [] : loadCall(job, use, found)),
    });
    if (uses.refusal !== undefined) return undefined;
    edits.push(...opened, ...uses.edits);
    for (const caution of uses.cautions) cautions.add(caution);
  }
  return {
    title: `Open it by \`${opener.text}\`, and await what reads and writes it`,
    cautions: [...cautions],
    edits,
    needs: opener.needs,
    range: { start: region.start, end: region.end },
    moves: false,
  };
}

/** `open(p, …)` and `path.open(…)` → `opener(p, …)`; undefined for what opens something else. */
function openEdits({ evaluator }: Job, call: PyNode, { text, before }: Opener): readonly LocalEdit[] | undefined {
  const callee = childOf(call, "function");
  const list = childOf(call, "arguments");
  if (call.type !== "call" || callee === undefined || list?.type !== "argument_list") return undefined;
  const path = textOfPath(evaluator.valueOf(callee)) ?? "";
  if (/^(builtins|io)\.open$/.test(path)) return [{ start: call.start, end: callee.end, text: before + text }];
  const receiver = callee.type === "attribute" ? childOf(callee, "object") : undefined;
  if (receiver === undefined || !/^pathlib\.Path\(\)(\.__r?truediv__\(\)|\.parent)*\.open$/.test(path))
    return undefined;
  return [
    { start: call.start, end: call.start, text: `${before}${text}(` },
    { start: receiver.end, end: list.start + 1, text: list.children.length === 0 ? "" : ", " },
  ];
}

/** `json.load(f, …)` is `json.loads(f.read(), …)` in the library itself. */
function loadCall(job: Job, use: PyNode, uses: Uses): readonly LocalEdit[] | undefined {
  const { evaluator } = job;
  const call = use.parent?.type === "argument_list" && use.parent.children[0] === use ? use.parent.parent : undefined;
  const callee = call === undefined ? undefined : childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : undefined;
  if (call === undefined || callee === undefined || name === undefined) return undefined;
  if (textOfPath(evaluator.valueOf(callee)) !== "json.load") return undefined;
  checkAwait(job, call, uses);
  return [
    { start: name.end, end: name.end, text: "s" },
    { start: use.start, end: use.start, text: "await " },
    { start: use.end, end: use.end, text: ".read()", closes: true },
  ];
}
