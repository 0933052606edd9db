/** Sentences that people read: what blocks, for how long it may, what to do. */
import type { Cost, Entry, Twin } from "./catalogue";
import type { BlockingCall, Step } from "./blocking";
import type { Api } from "./catalogueIndex";
import type { CallFacts } from "./facts";
import type { Declared } from "./link";
import { workDuration, workName } from "./workMessage";

const DURATION = {
  microseconds: "for microseconds",
  milliseconds: "for milliseconds",
  seconds: "for seconds",
  unbounded: "for as long as it waits",
} as const satisfies Record<Cost, string>;

const OFFLOAD_NOTE = {
  true: "",
  chunked: " (which still computes on this thread, in slices)",
  cosmetic: " (which still computes on this thread)",
} as const satisfies Record<NonNullable<Entry["offload"]>, string>;

/** An API as people write it: `fs.readFileSync`, `Statement.get`, `new DatabaseSync`. */
export function displayName(api: Pick<Api, "module" | "entry" | "work">): string {
  if (api.work !== undefined) return workName(api.work);
  const module = api.module.replace(/^node:/, "");
  const { path } = api.entry;
  if (path.startsWith("new ")) return path === "new default" ? `new ${module}` : path;
  if (path === "default") return module;
  // Builtins need no module in front of them, methods their type's name alone.
  if (module === "builtins") return path;
  return path.includes("#") ? path.replace(/#$/, "").replace("#", ".") : `${module}.${path}`;
}

/** The full name of an API without what people leave out: `fs.readFileSync` for `node:fs.readFileSync`. */
export function shortName(api: string): string {
  return api.replace(/^(node:|builtins\.)/, "");
}

/** The asynchronous twin as people write it; undefined when there is none. */
export function twinName(api: Pick<Api, "module" | "entry">): string | undefined {
  const { twin, path } = api.entry;
  return twin === undefined ? undefined : nameOfTwin(twin, api.module.replace(/^node:/, ""), path);
}

function nameOfTwin(twin: Twin, module: string, path: string): string {
  switch (twin.kind) {
    case "promises":
      return `${module}.promises.${twin.name}`;
    case "promisify":
      return `util.promisify(${module}.${twin.name})`;
    case "rename":
      if (path.includes("#")) return twin.name;
      return twin.name === "default" ? module : `${module}.${twin.name}`;
    case "exists":
      return `${module}.promises.access`;
    case "glob":
      return `${module}.promises.glob`;
    case "native":
      return twin.asyncio ?? twin.anyio ?? twin.trio ?? path;
  }
}

/** One sentence. `refusal` is why there is no automatic fix, in the words "…because <refusal>". */
export function blockingMessage(api: Api, refusal: string | undefined): string {
  const { entry } = api;
  const what = `\`${displayName(api)}\` blocks the event loop ${DURATION[entry.cost]}`;
  const twin = twinName(api);
  const todo =
    twin === undefined
      ? (entry.advice ?? "run it in an executor")
      : `await \`${twin}\`${OFFLOAD_NOTE[entry.offload ?? "true"]} instead${elsewhere(entry)}`;
  return refusal === undefined ? `${what}: ${todo}.` : `${what}: ${todo}; not rewritten here because ${refusal}.`;
}

function elsewhere({ elsewhere: module }: Entry): string {
  return module === undefined ? "" : `, or use \`${module}\`, which computes on others`;
}

/** A step of a chain in words: what is called, as people write it, and where: `line 3`, `config.ts:12`. */
export interface NamedStep {
  readonly name: string;
  readonly place: string;
  /** What the one before does, where that isn't calling it. */
  readonly does?: string;
}

/**
 * What a step of a chain calls, as people write it: a function of ours, or at the end the API.
 * @param written the call's name as it stands in the text, for functions that have none of their own.
 */
export function stepName({ runs, call }: Step, api: Api, written = ""): string {
  return runs === undefined ? displayName(api) : calledName(call, runs, written);
}

/** A function of ours that a call runs, as people write it; `written` as for `stepName`. */
export function calledName(call: CallFacts, runs: Declared, written: string): string {
  const names = runs.key.split(".").map((name) => name.replace(/~\d+$/, ""));
  const last = names.at(-1) ?? "";
  const isConstruction = /^(constructor|<fields>|__init__|__new__|__post_init__)$/.test(last);
  if (isConstruction && names.length > 1)
    return call.form === "new" ? `new ${names.at(-2) ?? ""}` : (names.at(-2) ?? "");
  if (last.startsWith("get ")) return last.slice(4);
  if (last === "default" || last === "exports" || last.startsWith("<"))
    return /[\w$]+$/.exec(written)?.[0] ?? "callback";
  return last;
}

/** A function by its key, for people: `Store.save`, `handler` for a callback in it; undefined for the module itself. */
export function functionName(key: string): string | undefined {
  const names = key.split(".").map((name) => name.replace(/~\d+$/, ""));
  const named = names.filter((name) => name !== "" && !name.startsWith("<"));
  return named.length === 0 ? undefined : named.join(".");
}

/** How many steps a sentence can hold; hover and related information tell them all. */
const MOST_STEPS = 4;

/**
 * "`load` blocks the event loop for milliseconds: it calls `read` (config.ts:12), which calls `fs.readFileSync` (json.ts:3)."
 * @param named the steps of the call, in the same order.
 */
export function chainMessage({ api, leaves, isOnce, some }: BlockingCall, named: readonly NamedStep[]): string {
  const [first, ...rest] = named;
  const omitted = rest.length <= MOST_STEPS ? 0 : rest.length - MOST_STEPS;
  const shown = omitted === 0 ? rest : [...rest.slice(0, MOST_STEPS - 1), ...rest.slice(-1)];
  const told = shown.map(({ name, place, does }, index) => {
    const isAfterGap = omitted > 0 && index === shown.length - 1;
    const subject = index === 0 ? "it" : isAfterGap ? `which, ${count(omitted, "call")} further down,` : "which";
    return `${subject} ${does ?? `calls \`${name}\``} (${place})`;
  });
  const others = leaves.length - 1;
  const more = others === 0 ? "" : `, and ${String(others)} more that ${others === 1 ? "blocks" : "block"}`;
  const share = some === undefined ? "" : ` (in ${String(some.blocking)} of ${String(some.of)} implementations)`;
  const verb = some === undefined ? "blocks" : "may block";
  const duration = workDuration(api) ?? DURATION[api.entry.cost];
  const when = isOnce ? `${duration}, the first time it runs` : duration;
  return `\`${first?.name ?? ""}\` ${verb} the event loop${share} ${when}: ${told.join(", ")}${more}.`;
}

/** `1 call`, `2 calls`. */
function count(number: number, noun: string): string {
  return `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
}
