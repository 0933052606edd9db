/** Stage "findings": which calls of a file block the event loop, themselves or further down. */
import type { Api } from "./catalogueIndex";
import { calleesOf } from "./callees";
import { summaryOf, type Summary } from "./chains";
import type { Config } from "./config";
import type { CallFacts, FileFacts } from "./facts";
import type { Severity } from "./findings";
import { givenApi } from "./given";
import { edgeOf, type CallEdge, type GraphContext } from "./graph";
import type { Declared } from "./link";
import { onceEach } from "./nestedWork";
import { placesOf } from "./places";
import { severityOf } from "./severity";
import { dependsOnInput, evidentSign, unknownWorkApi } from "./work";

/** A call on the event loop that blocks it. */
export interface BlockingCall {
  readonly call: CallFacts;
  /** What blocks in the end. */
  readonly api: Api;
  readonly severity: Severity;
  /** The calls on the way, the one that is reported first; one where it runs the API itself. */
  readonly steps: readonly [Step, ...Step[]];
  /** Names of all APIs that the call reaches, the one of the last step too. */
  readonly leaves: readonly string[];
  /** Only the first call blocks. */
  readonly isOnce: boolean;
  /** Only some of the methods that may be meant block: how many of how many. */
  readonly some?: { readonly blocking: number; readonly of: number };
}

/** A call in `file`; `runs` is the function that it goes to, undefined for the last one, which runs the API. */
export interface Step {
  readonly file: string;
  readonly call: CallFacts;
  readonly runs: Declared | undefined;
}

export interface FileContext {
  readonly config: Config;
  /** Tests, scripts and build configuration: everything is a hint. */
  readonly isRelaxed: boolean;
  /** Runs in a worker, by the configuration or because some file starts it as one. */
  readonly isWorker: boolean;
}

export interface ChainContext extends GraphContext {
  /** What a function does to the loop; undefined when it doesn't block. */
  summary(declared: Declared): Summary | undefined;
}

/** The blocking calls of one file, in the order of their position. */
export function blockingCalls(facts: FileFacts, context: FileContext, chains: ChainContext): readonly BlockingCall[] {
  const places = placesOf(facts, context.config.contexts, context.isWorker || facts.isWorker, chains);
  const found: BlockingCall[] = [];
  facts.calls.forEach((call, index) => {
    if (places.get(call.owner) !== "on-loop") return;
    // Silenced ones are found too: the comment that silences them is of use.
    const edge = edgeOf(chains, facts, index, call) ?? unknownWork(chains, facts, index, call, context.config);
    // What runs on the loop by its place is reported where it stands: `(() => …)()`.
    const isReportedThere = ({ file, key }: Declared): boolean => file === facts.file && places.get(key) === "on-loop";
    if (edge === undefined || edge.all.some(isReportedThere)) return;
    const blocking = blockingCall(facts, call, edge, context, chains);
    if (blocking !== undefined) found.push(blocking);
  });
  return onceEach(facts, found).sort((a, b) => a.call.nameSpan.start - b.call.nameSpan.start);
}

export function codeOf(steps: BlockingCall["steps"]): "blocking-call" | "blocking-chain" | "heavy-loop" {
  if (steps.length > 1) return "blocking-chain";
  return steps[0].call.form === "work" ? "heavy-loop" : "blocking-call";
}

/** The call if all that it may run blocks; where only some of the methods do that may be meant, a note. */
function blockingCall(
  facts: FileFacts,
  call: CallFacts,
  edge: CallEdge,
  context: FileContext,
  chains: ChainContext,
): BlockingCall | undefined {
  const of = (declared: Declared): Summary | undefined => chains.summary(declared);
  const sure = summaryOf([edge], of);
  const blocking = sure === undefined ? edge.oneOf.filter((declared) => of(declared) !== undefined) : [];
  const summary = sure ?? summaryOf([{ ...edge, oneOf: [], all: blocking }], of);
  const steps = summary && stepsOf(facts, call, summary, chains);
  const api = steps && leafOf(steps, chains);
  if (summary === undefined || steps === undefined || api === undefined || isIgnored(api, context.config))
    return undefined;
  const severity = workSeverity(api, severityIn(context, summary));
  if (severity === "off") return undefined;
  const { leaves, isOnce } = summary;
  if (sure !== undefined) return { call, api, severity, steps, leaves, isOnce };
  const some = { blocking: blocking.length, of: edge.oneOf.length };
  return { call, api, severity: "hint", steps, leaves, isOnce, some };
}

/** What blocks a first time alone is a hint: it is mostly called when the program starts. */
function severityIn(context: FileContext, { cost, inLoop, isOnce }: Summary): Severity | "off" {
  return severityOf(cost, { inLoop, relaxed: context.isRelaxed || isOnce, config: context.config });
}

/** Follows the summaries down to the leaf; undefined when a file on the way can't be read any more. */
function stepsOf(
  facts: FileFacts,
  call: CallFacts,
  summary: Summary,
  chains: ChainContext,
): readonly [Step, ...Step[]] | undefined {
  const first: Step = { file: facts.file, call, runs: summary.next };
  const rest: Step[] = [];
  for (let current: Summary | undefined = summary; current?.next !== undefined;) {
    const { next, leafInNext }: Summary = current;
    const below: Summary | undefined = leafInNext === undefined ? chains.summary(next) : undefined;
    const place = leafInNext ?? below?.call;
    const called = place === undefined ? undefined : chains.facts(next.file)?.calls[place];
    if (called === undefined) return undefined;
    rest.push({ file: next.file, call: called, runs: below?.next });
    current = below;
  }
  return [first, ...rest];
}

function leafOf(steps: readonly Step[], chains: ChainContext): Api | undefined {
  const [last, before] = steps.toReversed();
  const given = last && before && givenApi(chains, last.file, last.call, before.call);
  if (given !== undefined) return given;
  return last && (calleesOf(chains, last.file, last.call).api ?? unknownWorkApi(chains, last.file, last.call));
}

/** Loops of which nobody knows how often they go around, where the settings ask for them. */
function unknownWork(
  chains: ChainContext,
  facts: FileFacts,
  index: number,
  call: CallFacts,
  { loops }: Config,
): CallEdge | undefined {
  const api = loops === "all" ? unknownWorkApi(chains, facts.file, call) : undefined;
  if (api === undefined) return undefined;
  return {
    call: index,
    inLoop: false,
    isOnce: false,
    api: { name: api.name, cost: api.entry.cost },
    all: [],
    oneOf: [],
  };
}

/** What depends on how much there is to go through is no louder than its evidence. */
function workSeverity({ work }: Api, severity: Severity | "off"): Severity | "off" {
  if (work === undefined || severity === "off" || severity === "hint") return severity;
  const isEvidence = evidentSign(work.facts) !== undefined || work.nanoseconds !== undefined || work.leaf !== undefined;
  if (!isEvidence) return "hint";
  return dependsOnInput(work) ? "information" : severity;
}

/** `ignore` names APIs (`node:fs.existsSync`, `fs.existsSync`) or whole modules (`node:zlib`); `loops` may be off. */
export function isIgnored(
  api: Pick<Api, "name" | "module" | "work">,
  { ignore, loops }: Pick<Config, "ignore" | "loops">,
): boolean {
  if (api.work !== undefined && loops === "off") return true;
  return ignore.some((name) => [name, `node:${name}`].some((full) => full === api.name || full === api.module));
}
