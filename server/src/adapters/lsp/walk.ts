/** Walks over the whole workspace, in slices: the server answers others in between. */
import { LSPErrorCodes, ResponseError, type CancellationToken } from "vscode-languageserver";
import type { Reached, WaysIn } from "../../workspace/types";
import type { Project } from "./project";
import type { ServerState } from "./state";
import { nextTurn } from "./timers";
import type { Location } from "./uris";

/** How long nobody else is answered at most, as far as single files allow it. */
const SLICE_MILLISECONDS = 20;

/** A walk starts over when something changes meanwhile; somebody who types all the time gets no answer. */
const MOST_ATTEMPTS = 5;

/** A walk that is done, and the `ServerState.revision` that it holds for. */
export interface Walked {
  readonly revision: number;
  readonly waysIn: WaysIn;
}

export interface WalkOptions {
  readonly token?: CancellationToken;
  /** Told now and then how far it is, from 0 to 1. */
  readonly report?: (share: number) => void;
}

/**
 * Ways in, by the project of a file and those of the other workspace folders: the file may be used from there. Ends as
 * cancelled, or as out of date when the workspace doesn't come to rest.
 */
export async function walkAround(
  state: ServerState,
  location: Location,
  options: WalkOptions,
): Promise<readonly WaysIn[]> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const all = await tryWalk(state, state.projects.around(location), options);
    if (all !== undefined) return all;
  }
  throw new ResponseError(LSPErrorCodes.ContentModified, "The workspace changed meanwhile.");
}

/** One attempt; undefined when something changed meanwhile. */
export async function tryWalk(
  state: ServerState,
  projects: readonly Project[],
  { token, report = () => undefined }: WalkOptions,
): Promise<readonly WaysIn[] | undefined> {
  const { revision } = state;
  const all: WaysIn[] = [];
  for (const [index, { analyzer }] of projects.entries()) {
    const known = state.walked.get(analyzer);
    if (known?.revision === revision) {
      all.push(known.waysIn);
      continue;
    }
    const steps = analyzer.waysIn();
    let sliceBegan = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) {
        state.walked.set(analyzer, { revision, waysIn: step.value });
        all.push(step.value);
        break;
      }
      if (performance.now() - sliceBegan < SLICE_MILLISECONDS) continue;
      report((index + step.value.done / step.value.total) / projects.length);
      await nextTurn();
      if (token?.isCancellationRequested === true) {
        throw new ResponseError(LSPErrorCodes.RequestCancelled, "Cancelled by the client.");
      }
      if (state.revision !== revision) return undefined;
      sliceBegan = performance.now();
    }
  }
  return all;
}

/** What is known of a file's helpers by the last walks, whatever happened since. */
export function lastHelpers(state: ServerState, location: Location): readonly Reached[] {
  const walked = state.projects.around(location).flatMap(({ analyzer }) => state.walked.get(analyzer) ?? []);
  return mergedByPlace(walked.flatMap(({ waysIn }) => waysIn.helpers(location.file)));
}

/** One for each function, with the ways that any of several walks found to it. */
export function mergedByPlace(all: readonly Reached[]): readonly Reached[] {
  const merged = new Map<string, Reached>();
  for (const reached of all) {
    const key = `${reached.file}\0${String(reached.span.start)}`;
    const known = merged.get(key);
    const isNew = ({ file, span }: Reached["ways"][number]): boolean =>
      known?.ways.every((way) => way.file !== file || way.span.start !== span.start) ?? true;
    merged.set(key, { ...reached, ways: [...(known?.ways ?? []), ...reached.ways.filter(isNew)] });
  }
  return [...merged.values()];
}
