/** Which arguments of a request belong to the client that makes it, and which can't go to an asynchronous one. */
import { childOf, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import type { Job, LocalEdit } from "../plan";

export interface Options {
  /** Arguments of the client. */
  readonly client: readonly string[];
  /** What becomes of the call's own arguments. */
  readonly edits: readonly LocalEdit[];
}

interface Keyword {
  readonly name: string;
  readonly node: PyNode;
  readonly value: PyNode;
}

/** httpx's own functions make a client with these. */
const OF_CLIENT = /^(cert|cookies|proxy|timeout|trust_env|verify)$/;
const OF_REQUEST = /^(auth|content|data|follow_redirects|headers|json|method|params|url)$/;

/** Arguments of `httpx.get` and its like; undefined when one of them only works synchronously, or isn't known. */
export function httpxOptions(job: Job): Options | undefined {
  const keywords = keywordsOf(job, job.call);
  if (keywords === undefined) return undefined;
  const moved = keywords.filter(({ name }) => OF_CLIENT.test(name));
  const isKnown = keywords.every((keyword) => OF_CLIENT.test(keyword.name) || isForBoth(job, keyword));
  if (!isKnown || !moved.every(({ value }) => isEarly(job, value))) return undefined;
  return withoutArguments(
    job,
    moved,
    moved.map(({ node }) => job.evaluator.text(node)),
  );
}

/** Arguments of `requests.get` and its like, with what requests does when nothing is said: it follows, and waits for ever. */
export function fromRequests(job: Job, method: string): Options | undefined {
  const { evaluator } = job;
  const keywords = keywordsOf(job, job.call);
  if (keywords === undefined) return undefined;
  const client: string[] = [];
  const moved: Keyword[] = [];
  for (const keyword of keywords) {
    const { name, node, value } = keyword;
    if (/^(cookies|verify|timeout|allow_redirects)$/.test(name)) {
      if (value.type === "tuple" || !isEarly(job, value)) return undefined;
      client.push(evaluator.text(node).replace(/^allow_redirects/, "follow_redirects"));
      moved.push(keyword);
    } else if (name === "data" ? value.type !== "dictionary" : name === "content" || !isForBoth(job, keyword)) {
      return undefined;
    }
  }
  const names = new Set(keywords.map(({ name }) => name));
  const follows = method !== "head" && !names.has("allow_redirects") ? ["follow_redirects=True"] : [];
  const waits = names.has("timeout") ? [] : ["timeout=None"];
  return withoutArguments(job, moved, [...follows, ...client, ...waits]);
}

/** Undefined when an argument can't be read: `**options`, a comment among them, a second positional one of unknown meaning. */
export function keywordsOf({ evaluator }: Job, call: PyNode): readonly Keyword[] | undefined {
  const list = childOf(call, "arguments");
  const callee = childOf(call, "function");
  const name = callee?.type === "attribute" ? childOf(callee, "attribute") : callee;
  const isRequest = name !== undefined && evaluator.text(name) === "request";
  const given = list?.children ?? [];
  if (list?.type !== "argument_list" || given.some(({ type }) => type === "comment" || type.includes("splat")))
    return undefined;
  const positional = given.filter(({ type }) => type !== "keyword_argument");
  if (positional.length > (isRequest ? 2 : 1)) return undefined;
  return given
    .filter(({ type }) => type === "keyword_argument")
    .map((node) => ({
      name: evaluator.text(childOf(node, "name") ?? node),
      node,
      value: childOf(node, "value") ?? node,
    }));
}

/** Content that is read in pieces, and authentication of one's own, may be synchronous only. */
export function isForBoth({ evaluator }: Job, { name, value }: Keyword): boolean {
  if (!OF_REQUEST.test(name)) return false;
  if (name === "content") return /^(concatenated_)?string$/.test(value.type);
  if (name !== "auth" || value.type === "tuple" || value.type === "none") return true;
  return /^httpx\.\w+\(\)$/.test(textOfPath(evaluator.valueOf(value)) ?? "");
}

/** Whether a value may be evaluated before the other arguments: it calls nothing but httpx's own classes. */
function isEarly({ evaluator }: Job, value: PyNode): boolean {
  return [...descendants(value)].every(({ type, children }) => {
    const callee = type === "call" ? children[0] : undefined;
    return (
      !/^(await|named_expression|lambda)$/.test(type) &&
      (callee === undefined || /^httpx\.\w+$/.test(textOfPath(evaluator.valueOf(callee)) ?? ""))
    );
  });
}

/** Takes arguments out of the list, each with the comma before it; undefined where the first one would have to go. */
function withoutArguments({ call }: Job, removed: readonly Keyword[], client: readonly string[]): Options | undefined {
  const given = childOf(call, "arguments")?.children ?? [];
  const edits: LocalEdit[] = [];
  for (const { node } of removed) {
    const before = given[given.indexOf(node) - 1];
    if (before === undefined) return undefined;
    edits.push({ start: before.end, end: node.end, text: "" });
  }
  return { client, edits };
}
