/** Sentences that people read: what blocks, for how long it may, what to do. */
import type { Cost, Entry, Twin } from "./catalogue";
import type { Api } from "./catalogueIndex";

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
export function displayName(api: Pick<Api, "module" | "entry">): string {
  const module = api.module.replace(/^node:/, "");
  const { path } = api.entry;
  if (path.startsWith("new ")) return path === "new default" ? `new ${module}` : path;
  if (path === "default") return module;
  // Builtins need no module in front of them, methods their type's name alone.
  if (module === "builtins") return path;
  return path.includes("#") ? path.replace(/#$/, "").replace("#", ".") : `${module}.${path}`;
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
      : `await \`${twin}\`${OFFLOAD_NOTE[entry.offload ?? "true"]} instead`;
  return refusal === undefined ? `${what}: ${todo}.` : `${what}: ${todo}; not rewritten here because ${refusal}.`;
}
