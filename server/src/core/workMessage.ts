/** What is said of something that computes: how heavy it is, and on what evidence. */
import type { Api } from "./catalogueIndex";
import type { Weight } from "./work";

/** "This `for` loop holds the event loop for ≈ 0.4 s: 10^7 iterations, a constant bound." */
export function workMessage(work: Weight, refusal: string | undefined): string {
  const todo = refusal === undefined ? "" : `; not rewritten here because ${refusal}`;
  return `${sentence(work)}${todo}.`;
}

function sentence({ facts, nanoseconds, leaf }: Weight): string {
  const { sign, iterations, isUpperBound } = facts;
  const what = nameOfWork(facts);
  const subject = `${what.charAt(0).toUpperCase()}${what.slice(1)}`;
  switch (sign?.kind) {
    case "busy-wait":
      return `${subject} holds the event loop until \`${sign.until}\` changes, and gives nothing else a turn: wait for it with a timer or an event`;
    case "endless":
      return `${subject} never gives the event loop a turn: nothing in it ends it or waits`;
    case "exponential":
      return `${subject} holds the event loop exponentially long: it calls itself ${sign.calls === 2 ? "twice" : `${String(sign.calls)} times`} each time and keeps no results`;
    case "backtracking":
      return `${subject} may hold the event loop exponentially long on a text that doesn't match: \`${sign.part}\` repeats a repetition`;
    case "quadratic":
      return `${subject} holds the event loop for a time that grows with the square of \`${sign.over}\`: ${innerOf(sign)} for each element`;
    case "rows":
      return `${subject} holds the event loop until it has gone through all rows of the DataFrame \`${sign.over}\` in Python, one by one; operations on whole columns are far faster`;
    case undefined:
  }
  if ((nanoseconds === undefined || iterations === undefined) && leaf !== undefined)
    return `${subject} holds the event loop until it has gone through everything: \`${leaf.name}\` takes ${durationOf(leaf.nanoseconds)} each time`;
  if (nanoseconds === undefined || iterations === undefined)
    return `${subject} holds the event loop until it has gone through everything; nobody knows how much that is`;
  const most = isUpperBound === true ? "up to " : "";
  return `${subject} holds the event loop for ${most}${durationOf(nanoseconds)} on ${most}${amountOf(iterations)} iterations: constant bound`;
}

function innerOf({ inner, isSearch }: { readonly inner: string; readonly isSearch: boolean }): string {
  return isSearch ? `\`${inner}\` goes through as many again` : `a \`${inner}\` loop inside goes through it again`;
}

/** In the middle of a sentence: "this `for` loop", "`sum`", "the regular expression `…`". */
function nameOfWork({ kind, name }: Weight["facts"]): string {
  switch (kind) {
    case "loop":
      return name.includes(" ") ? `this ${name}` : `this \`${name}\` loop`;
    case "pattern":
      return `the regular expression \`${name}\``;
    case "walk":
    case "recursion":
      return `\`${name}\``;
  }
}

/** By itself: `for loop`, `sum`. */
export function workName({ facts: { kind, name } }: Weight): string {
  return kind === "loop" && !name.includes(" ") ? `${name} loop` : name;
}

/** As the end of a chain: "runs a `for` loop of 10^7 iterations". */
export function workStep({ facts }: Weight): string {
  const { kind, name, iterations } = facts;
  const size = iterations === undefined ? "" : ` of ${amountOf(iterations)} iterations`;
  switch (kind) {
    case "loop":
      return name.includes(" ") ? `runs a ${name}${size}` : `runs a \`${name}\` loop${size}`;
    case "walk":
      return `runs \`${name}\`${iterations === undefined ? "" : ` over ${amountOf(iterations)} elements`}`;
    case "recursion":
      return "calls itself several times each time";
    case "pattern":
      return `matches \`${name}\``;
  }
}

/** For how long a chain that ends in it blocks, where that is known better than by its class of cost. */
export function workDuration({ work }: Pick<Api, "work">): string | undefined {
  return work?.nanoseconds === undefined ? undefined : `for ${durationOf(work.nanoseconds)}`;
}

/** One significant digit: `≈ 0.4 s`, `≈ 60 ms`, `≈ 30 s`, `≈ 80 µs`. */
function durationOf(nanoseconds: number): string {
  if (nanoseconds < 1e6) return `≈ ${String(Number((nanoseconds / 1e3).toPrecision(1)))} µs`;
  const seconds = Number((nanoseconds / 1e9).toPrecision(1));
  return seconds < 0.1 ? `≈ ${String(Math.round(seconds * 1e3))} ms` : `≈ ${String(seconds)} s`;
}

/** `10^7`, `2·10^6`, `3,000`. */
function amountOf(count: number): string {
  if (count < 1e5) return count.toLocaleString("en-US");
  const exponent = Math.floor(Math.log10(count) + 1e-9);
  const digits = Number((count / 10 ** exponent).toPrecision(2));
  return digits === 1 ? `10^${String(exponent)}` : `${String(digits)}·10^${String(exponent)}`;
}
