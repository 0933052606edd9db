/** Sizes of what functions of ours are given. */
import { Kept } from "../../../core/kept";
import type { PyEvaluator } from "../evaluate";
import type { PyNode } from "../tree";
import { numberOf } from "./numbers";
import { walkOf } from "./walks";

/** Nobody notices a loop over fewer, whatever its body does. */
const LEAST_SIZE = 10_000;

const LARGE_NUMBER = /\d{5}|\d_\d{3}|\d[eE]\+?\d|\*\*\s*\d|<<\s*\d|\d\s*\*\s*[\d[]/;

/** Whether a text has any number that can make something large. */
export function namesLargeNumber({ file }: PyEvaluator): boolean {
  let known = large.get(file);
  if (known === undefined) large.set(file, (known = LARGE_NUMBER.test(file.text)));
  return known;
}

const large = new Kept<PyEvaluator["file"], boolean>();

/** How many elements an argument has, or the number that it is; undefined where literals don't tell, and where it is small. */
export function sizeOf(evaluator: PyEvaluator, argument: PyNode): number | undefined {
  const walk = walkOf(evaluator, argument);
  const size =
    walk === undefined ? numberOf(evaluator, argument) : walk.through === undefined ? walk.rounds : undefined;
  return size !== undefined && size >= LEAST_SIZE && Number.isFinite(size) ? Math.floor(size) : undefined;
}
