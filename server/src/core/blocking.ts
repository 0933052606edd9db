/** Stage "findings": which calls of a file block the event loop. */
import type { Api } from "./catalogueIndex";
import type { Config } from "./config";
import type { CallFacts, FileFacts } from "./facts";
import type { Severity } from "./findings";
import { calleesOf } from "./callees";
import type { LinkContext } from "./link";
import { placesOf } from "./places";
import { severityOf } from "./severity";

/** A call on the event loop to an API that blocks. */
export interface BlockingCall {
  readonly call: CallFacts;
  readonly api: Api;
  readonly severity: Severity;
}

export interface FileContext {
  readonly config: Config;
  /** Tests, scripts and build configuration: everything is a hint. */
  readonly isRelaxed: boolean;
  /** Runs in a worker, by the configuration or because some file starts it as one. */
  readonly isWorker: boolean;
}

/** The blocking calls of one file, in the order of their position. */
export function blockingCalls(facts: FileFacts, context: FileContext, links: LinkContext): readonly BlockingCall[] {
  const { config } = context;
  const places = placesOf(facts, config.contexts, context.isWorker || facts.isWorker);
  const found: BlockingCall[] = [];
  for (const call of facts.calls) {
    if (places.get(call.owner) !== "on-loop") continue;
    const api = calleesOf(links, facts.file, call).api;
    if (api === undefined || isIgnored(api, config.ignore)) continue;
    const severity = severityOf(api.entry.cost, { inLoop: call.loopDepth > 0, relaxed: context.isRelaxed, config });
    if (severity !== "off") found.push({ call, api, severity });
  }
  return found.sort((a, b) => a.call.nameSpan.start - b.call.nameSpan.start);
}

/** `ignore` names APIs (`node:fs.existsSync`, `fs.existsSync`) or whole modules (`node:zlib`). */
function isIgnored(api: Api, ignore: readonly string[]): boolean {
  return ignore.some((name) => [name, `node:${name}`].some((full) => full === api.name || full === api.module));
}
