/** Whether a function's body can run on the event loop, as far as its own file tells. */
import { ts } from "ts-morph";
import { colourOf } from "../functions";
import { argumentOf } from "../given";
import type { WalkedFunction } from "../walk";

/** By itself: asynchronous functions, what runs inline in one, what is scheduled, what is given to somebody. */
export function mayRunOnLoop(owner: WalkedFunction): boolean {
  const at = ownerOf(owner);
  if (at?.node === undefined || ts.isPropertyDeclaration(at.node)) return false;
  const colour = colourOf(at.node);
  if (colour !== "sync") return colour !== "generator";
  return at.use.placement === "scheduled" || argumentOf(at.node) !== undefined;
}

/** By itself, or when an asynchronous function calls it. The module itself runs before there is an event loop. */
export function mayRunAnywhere(owner: WalkedFunction): boolean {
  const at = ownerOf(owner);
  return at?.node !== undefined;
}

/** The function whose turn it is: callbacks that run inline are in that of the function around them. */
function ownerOf(owner: WalkedFunction): WalkedFunction | undefined {
  let at = owner;
  for (;;) {
    if (at.use.placement === "off-loop") return undefined;
    const isAsync = at.node !== undefined && !ts.isPropertyDeclaration(at.node) && colourOf(at.node) !== "sync";
    if (isAsync || at.use.placement !== "inline" || at.parent === undefined) return at;
    at = at.parent;
  }
}
