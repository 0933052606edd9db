/** `with httpx.Client() as c:` → `async with httpx.AsyncClient() as c:`, each request awaited, streams with it. */
import { childOf, childOfType, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { aliasesOf } from "../block";
import { suspensionHazard, withValues } from "../hazards";
import { minorOf } from "../hop";
import type { Job, LocalEdit, Plan } from "../plan";
import { awaitSite } from "../site";
import type { NativePlans } from "./atHand";
import { isForBoth, keywordsOf } from "./httpxOptions";
import { openRun, runEdits, type OpenRun } from "./openRun";
import { rewriteUses, type Handle } from "./uses";

const RESPONSE_ATTRIBUTES =
  "charset_encoding content cookies encoding has_redirect_location headers history http_version is_client_error is_closed is_error is_redirect is_server_error is_success json links next_request num_bytes_downloaded raise_for_status reason_phrase request status_code text url";

const ITERATOR: Handle = { methods: {}, same: new Set(), iterates: true };

/** A response whose body comes later. */
const STREAMED: Handle = {
  methods: {
    read: { name: "aread" },
    close: { name: "aclose" },
    iter_bytes: { name: "aiter_bytes", plain: true, gives: () => ITERATOR },
    iter_lines: { name: "aiter_lines", plain: true, gives: () => ITERATOR },
    iter_raw: { name: "aiter_raw", plain: true, gives: () => ITERATOR },
    iter_text: { name: "aiter_text", plain: true, gives: () => ITERATOR },
  },
  same: new Set(RESPONSE_ATTRIBUTES.split(" ")),
};

const STREAM: Handle = { methods: {}, same: new Set(), enters: STREAMED };

const CLIENT: Handle = {
  methods: {
    ...Object.fromEntries(
      ["delete", "get", "head", "options", "patch", "post", "put", "request", "send"].map((name) => [name, {}]),
    ),
    close: { name: "aclose" },
    stream: { plain: true, gives: () => STREAM },
  },
  same: new Set([
    "base_url",
    "build_request",
    "cookies",
    "follow_redirects",
    "headers",
    "is_closed",
    "params",
    "timeout",
  ]),
};

const CLIENT_OPTIONS =
  /^(auth|base_url|cookies|default_encoding|follow_redirects|headers|http1|http2|limits|max_redirects|params|proxy|timeout|trust_env|verify)$/;

/** The whole block of the client that a request belongs to. */
export function httpxClientPlans(job: Job): NativePlans {
  const none = { first: [], second: [] };
  if (job.target.module !== "httpx") return none;
  const isClient = (node: PyNode): boolean =>
    node.type === "call" && textOfPath(job.evaluator.valueOf(node)) === "httpx.Client()";
  const run = openRun(job, isClient);
  for (const where of [...blocksAround(job, isClient), ...(run === undefined ? [] : [run])]) {
    const plan = planClient(job, where);
    // Only what the plan rewrites is its finding.
    const isRewritten = plan?.edits.some(({ start, end }) => job.call.start <= start && end <= job.call.end) === true;
    if (plan !== undefined && isRewritten) return { first: [plan], second: [] };
  }
  return none;
}

/** `with` statements around a call that enter nothing but a client, from the inside. */
function blocksAround({ call }: Job, isClient: (node: PyNode) => boolean): readonly PyNode[] {
  const found: PyNode[] = [];
  for (let outer = call.parent; outer !== undefined && outer.type !== "module"; outer = outer.parent) {
    if (outer.type !== "with_statement" || childOfType(outer, "async") !== undefined) continue;
    const values = withValues(outer);
    if (values.length === 1 && values.every(isClient)) found.push(outer);
  }
  return found;
}

function planClient(job: Job, where: PyNode | OpenRun): Plan | undefined {
  const isRun = "opening" in where;
  const statement = isRun ? where.opening : where;
  const call = isRun ? where.call : withValues(where)[0];
  const name = isRun ? where.name : aliasesOf(where)[0];
  const callee = call === undefined ? undefined : childOf(call, "function");
  if (call === undefined || callee === undefined || name?.type !== "identifier") return undefined;
  const region = isRun ? { start: where.region.start, end: where.closing.end } : where;
  const site = awaitSite(job.evaluator, statement, minorOf(job));
  const isKnown = keywordsOf(job, call)?.every((one) => CLIENT_OPTIONS.test(one.name) && isForBothOrOther(job, one));
  if ("refusal" in site || suspensionHazard(job.evaluator, statement) !== undefined || isKnown !== true)
    return undefined;
  if (!hasPlainRequests(job, isRun ? where.region : where)) return undefined;
  const uses = rewriteUses(job, name, region, {
    ...CLIENT,
    ...(isRun ? { special: (_, use) => (where.closing.start <= use.start ? [] : undefined) } : {}),
  });
  if (uses.refusal !== undefined) return undefined;
  const { text, needs } = job.names.access("httpx", ["AsyncClient"], call);
  const edits: LocalEdit[] = isRun
    ? [...runEdits(job, where)]
    : [{ start: where.start, end: where.start, text: "async " }];
  edits.push({ start: callee.start, end: callee.end, text }, ...uses.edits);
  return {
    title: `Await every request of an \`${text}\``,
    cautions: [...uses.cautions],
    edits,
    needs,
    range: { start: statement.start, end: isRun ? where.region.end : statement.end },
    moves: false,
  };
}

function isForBothOrOther(job: Job, keyword: Parameters<typeof isForBoth>[1]): boolean {
  return keyword.name !== "auth" || isForBoth(job, keyword);
}

/** Files would be read on the loop, and content in pieces or authentication of one's own may be synchronous only. */
function hasPlainRequests(job: Job, region: PyNode): boolean {
  for (const node of descendants(region)) {
    if (node.type !== "keyword_argument") continue;
    const [name, value] = [childOf(node, "name"), childOf(node, "value")];
    const text = name === undefined ? "" : job.evaluator.text(name);
    if (text === "files" || text === "stream") return false;
    if (value !== undefined && /^(auth|content)$/.test(text) && !isForBoth(job, { name: text, node, value }))
      return false;
  }
  return true;
}
