/** Where function bodies run: on the event loop, off it, or nobody knows. */
import type { Config } from "./config";
import type { FileFacts, FunctionFacts, Placement } from "./facts";
import type { LinkContext } from "./link";
import { useOf } from "./parameterUse";

export type Place = "on-loop" | "off-loop" | "unknown";

/** The place of every function of a file, by key. What is unknown stays quiet. */
export function placesOf(
  facts: FileFacts,
  contexts: Config["contexts"],
  isWorker: boolean,
  links: LinkContext,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  // Parents come before what they hold.
  for (const function_ of facts.functions) {
    const outer = function_.parent === undefined ? "unknown" : (places.get(function_.parent) ?? "unknown");
    const placement = placementOf(links, facts.file, function_);
    places.set(function_.key, isWorker ? "off-loop" : placeOf(function_.colour, placement, outer, contexts));
  }
  return places;
}

/** When a function runs, where that is for the function to tell that it is given to. */
function placementOf(links: LinkContext, file: string, { placement, givenTo }: FunctionFacts): Placement {
  return placement === "own" && givenTo !== undefined ? (useOf(links, file, givenTo) ?? "own") : placement;
}

function placeOf(
  colour: FunctionFacts["colour"],
  placement: Placement,
  outer: Place,
  contexts: Config["contexts"],
): Place {
  // What an exit handler holds is never waited for, whatever its colour.
  if (placement === "off-loop" || (outer === "off-loop" && placement !== "own")) return "off-loop";
  if (colour === "async" || colour === "async-generator") return "on-loop";
  if (colour === "generator") return "unknown";
  if (placement === "inline") return outer;
  return placement === "scheduled" && contexts === "callbacks" ? "on-loop" : "unknown";
}
