/** `r = httpx.get(url)` → `async with httpx.AsyncClient() as client:` around `r = await client.get(url)`. */
import { isComprehension } from "../../scopes";
import { childOf, descendants, type PyNode } from "../../tree";
import { textOfPath } from "../../values";
import { indentOf } from "../block";
import { functionAround, suspensionHazard } from "../hazards";
import { minorOf } from "../hop";
import type { Job, LocalEdit, Plan } from "../plan";
import { awaitSite, needsParentheses, ownNodes } from "../site";
import { closing, startOf } from "../wrap";
import { isAtHand, type NativePlans } from "./atHand";
import { deepened, hasOwnLines, newlineOf, unitAt } from "./lines";
import { fromRequests, httpxOptions, type Options } from "./httpxOptions";
import { rewriteResult, type Handle } from "./uses";

/** What responses of requests and of httpx have in common. */
const REQUESTS_RESPONSE: Handle = {
  methods: {},
  same: new Set(["content", "cookies", "encoding", "headers", "json", "raise_for_status", "status_code", "text"]),
  renamed: { ok: "is_success", reason: "reason_phrase" },
};

const REQUESTS_CAUTIONS = [
  "errors, default headers and the encoding of parameters are httpx's own",
  "text without a declared charset is read as UTF-8",
  "`raise_for_status` also rejects redirects that aren't followed",
];

/** Measured with httpx 0.28: it reads the certificates of all authorities, on the loop. */
const CLIENT_CAUTION = "making a client takes about 40 ms: let many requests share one";

const METHODS = /^(delete|get|head|options|patch|post|put|request)$/;

/** Behind the thread: httpx's own functions, and those of requests where httpx is at hand. */
export function httpxPlans(job: Job): NativePlans {
  const { evaluator, call, target } = job;
  const callee = childOf(call, "function");
  const path = callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
  const [module = "", method = "", ...more] = path.replace("requests.api.", "requests.").split(".");
  const none = { first: [], second: [] };
  if (call.type !== "call" || more.length > 0 || target.module !== module || !METHODS.test(method)) return none;
  if (module === "httpx") {
    const plan = isReadAtOnce(job) ? planRequest(job, method, httpxOptions(job)) : undefined;
    return plan === undefined ? none : { first: [], second: [plan] };
  }
  if (module !== "requests" || !isAtHand(job, "httpx") || catchesRequests(job)) return none;
  const region = functionAround(call) ?? call;
  const uses = rewriteResult(job, call, region, REQUESTS_RESPONSE);
  const plan = uses.refusal === undefined ? planRequest(job, method, fromRequests(job, method)) : undefined;
  if (plan === undefined) return none;
  return {
    first: [],
    second: [{ ...plan, cautions: [...REQUESTS_CAUTIONS, ...plan.cautions], edits: [...plan.edits, ...uses.edits] }],
  };
}

function planRequest(job: Job, method: string, options: Options | undefined): Plan | undefined {
  const { evaluator, call, names, targets } = job;
  const { text } = evaluator.file;
  const statement = simpleStatement(call);
  const home = functionAround(call);
  if (options === undefined || statement === undefined || home === undefined) return undefined;
  if (!hasOwnLines(evaluator, statement)) return undefined;
  // One client for two requests would send the cookies of the first with the second.
  const isAlone = [...descendants(statement)].every((node) => node === call || !targets.has(node));
  if (!isAlone || ownNodes(statement).some(({ type }) => type === "yield")) return undefined;
  const site = awaitSite(evaluator, call, minorOf(job));
  const hazard = suspensionHazard(evaluator, call);
  if ("refusal" in site || (hazard !== undefined && "refuse" in hazard)) return undefined;
  const client = names.freshIn(home, "client", `client ${String(statement.start)}`);
  const { text: type, needs } = names.access("httpx", ["AsyncClient"], call);
  const base = indentOf(text, statement.start);
  const header = `async with ${type}(${options.client.join(", ")}) as ${client}:`;
  const isFollowed = needsParentheses(call);
  const start = startOf(text, call);
  const callee = childOf(call, "function") ?? call;
  const edits: LocalEdit[] = [
    {
      start: statement.start,
      end: statement.start,
      text: `${header}${newlineOf(text)}${base}${unitAt(evaluator, statement)}`,
    },
    { start, end: callee.end, text: `${isFollowed ? "(" : ""}await ${client}.${method}` },
    ...options.edits,
    ...deepened(evaluator, statement, statement).filter(
      ({ start: at }) => !options.edits.some((edit) => edit.start < at && at <= edit.end),
    ),
  ];
  if (isFollowed) edits.push(closing(call.end, ")"));
  return {
    title: `Await \`${method}\` of an \`${type}\``,
    cautions: [...(hazard === undefined ? [] : [hazard.caution]), CLIENT_CAUTION],
    edits,
    needs,
    range: { start: statement.start, end: statement.end },
    moves: true,
  };
}

/** Whether nothing is done with a response of httpx that an asynchronous one refuses. */
function isReadAtOnce({ evaluator, call }: Job): boolean {
  const home = functionAround(call);
  const left = call.parent?.type === "assignment" ? childOf(call.parent, "left") : undefined;
  if (call.parent?.type === "attribute") return !/\.(close|iter_raw)$/.test(evaluator.text(call.parent));
  const name = left?.type === "identifier" ? evaluator.text(left) : undefined;
  if (name === undefined || home === undefined) return true;
  return ![...descendants(home)].some(
    (node) => node.type === "attribute" && [`${name}.close`, `${name}.iter_raw`].includes(evaluator.text(node)),
  );
}

/** The simple statement that evaluates a call once, directly. */
function simpleStatement(call: PyNode): PyNode | undefined {
  for (let outer = call.parent; outer !== undefined; outer = outer.parent) {
    if (isComprehension(outer) || outer.type === "lambda") return undefined;
    if (/^(expression|return)_statement$/.test(outer.type)) return outer;
    if (/statement$|^block$|clause$|definition$/.test(outer.type)) return undefined;
  }
  return undefined;
}

/** Whether a `try` around it expects errors of requests. */
function catchesRequests({ evaluator, call }: Job): boolean {
  for (let outer = call.parent; outer !== undefined && outer.type !== "module"; outer = outer.parent) {
    if (outer.type !== "try_statement") continue;
    const clauses = outer.children.filter(({ type }) => type.startsWith("except"));
    const isTheirs = clauses.some((clause) =>
      [...descendants(clause)].some(
        (node) =>
          /^(identifier|attribute)$/.test(node.type) &&
          node.field !== "attribute" &&
          (textOfPath(evaluator.valueOf(node)) ?? "").startsWith("requests"),
      ),
    );
    if (isTheirs) return true;
  }
  return false;
}
