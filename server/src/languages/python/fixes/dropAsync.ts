/** A web framework's handler that awaits nothing: without `async` the framework runs it in its own thread pool. */
import { childOf, childOfType, descendants, type PyNode } from "../tree";
import { textOfPath } from "../values";
import { functionAround } from "./hazards";
import { movedCaution } from "./moved";
import type { Job, Plan } from "./plan";
import { ownNodes } from "./site";

/** Decorators of FastAPI's applications and routers that take a handler; a websocket's has to stay asynchronous. */
const ROUTES =
  /^fastapi(\.applications|\.routing)?\.(FastAPI|APIRouter)\(\)\.(get|post|put|patch|delete|head|options|trace|api_route)$/;

/** Calls that a handler is given to, which run what isn't asynchronous in a thread. */
const REGISTRATIONS =
  /^(starlette\.routing\.Route|(fastapi|starlette)(\.\w+)?\.\w+\(\)\.add_(api_)?route|fastapi(\.\w+)?\.Depends)$/;

/** Libraries whose functions need the event loop around them. */
const ON_LOOP = /^(asyncio|anyio|trio|contextvars)\./;

/** The plan for the handler around a call; undefined where that isn't a handler, or has to stay asynchronous. */
export function dropAsyncPlan(job: Job): Plan | undefined {
  const { evaluator, call, names, targets } = job;
  if (!names.imports("fastapi") && !names.imports("starlette")) return undefined;
  const handler = functionAround(call);
  const name = handler === undefined ? undefined : childOf(handler, "name");
  const body = handler === undefined ? undefined : childOf(handler, "body");
  const token = handler === undefined ? undefined : childOfType(handler, "async");
  if (handler === undefined || name === undefined || body === undefined || token === undefined) return undefined;
  const framework = frameworkOf(job, handler, name);
  if (framework === undefined || call.start < body.start || !canBeSynchronous(job, body)) return undefined;
  const text = evaluator.text(name);
  const isGlobal = evaluator.scopes.scopeAt(handler).node.type === "module";
  const cautions = [
    isGlobal ? `no other file may await \`${text}\`` : undefined,
    sharedState(job, body),
    movedCaution(evaluator, body, targets),
  ].filter((caution) => caution !== undefined);
  const gap = /^async\s+/.exec(evaluator.file.text.slice(token.start))?.[0].length ?? token.end - token.start;
  return {
    title: `Drop \`async\` of \`${text}\`: ${framework} runs it in its thread pool`,
    cautions,
    edits: [{ start: token.start, end: token.start + gap, text: "" }],
    needs: [],
    range: { start: handler.start, end: handler.end },
    moves: true,
  };
}

/** The framework that every mention of a handler gives it to; undefined when there is another mention, or none. */
function frameworkOf({ evaluator }: Job, handler: PyNode, name: PyNode): string | undefined {
  const holder = handler.parent;
  const decorators = holder?.type === "decorated_definition" ? holder.children.filter(isDecorator) : [];
  const paths = decorators.map((decorator) => {
    const [call] = decorator.children;
    const callee = call?.type === "call" ? childOf(call, "function") : undefined;
    return callee === undefined ? "" : (textOfPath(evaluator.valueOf(callee)) ?? "");
  });
  if (!paths.every((path) => ROUTES.test(path))) return undefined;
  const text = evaluator.text(name);
  const binding = evaluator.bindingOf(text, handler);
  if (binding?.sources.length !== 1 || binding.scope.node.type === "class_definition") return undefined;
  const found = [...paths];
  for (const mention of descendants(evaluator.file.root)) {
    if (mention === name || mention.type !== "identifier" || mention.field === "attribute") continue;
    if (evaluator.text(mention) !== text || isKeyword(mention)) continue;
    if (evaluator.bindingOf(text, mention)?.scope !== binding.scope) continue;
    const path = registration(evaluator.valueOf.bind(evaluator), mention);
    if (path === undefined) return undefined;
    found.push(path);
  }
  const [first] = found;
  if (first === undefined) return undefined;
  return first.startsWith("fastapi") ? "FastAPI" : "Starlette";
}

function isDecorator({ type }: PyNode): boolean {
  return type === "decorator";
}

function isKeyword(node: PyNode): boolean {
  return node.parent?.type === "keyword_argument" && node.field === "name";
}

/** The path of the call that registers a handler which is its argument. */
function registration(valueOf: Job["evaluator"]["valueOf"], mention: PyNode): string | undefined {
  const argument = mention.parent?.type === "keyword_argument" ? mention.parent : mention;
  const list = argument.parent;
  const call = list?.type === "argument_list" && list.parent?.type === "call" ? list.parent : undefined;
  const callee = call === undefined ? undefined : childOf(call, "function");
  const path = callee === undefined ? undefined : textOfPath(valueOf(callee));
  return path !== undefined && REGISTRATIONS.test(path) ? path : undefined;
}

/** Nothing in the handler waits, yields, or needs the loop. */
function canBeSynchronous({ evaluator }: Job, body: PyNode): boolean {
  for (const node of ownNodes(body)) {
    if (/^(await|async|yield)$/.test(node.type)) return false;
    const callee = node.type === "call" ? childOf(node, "function") : undefined;
    if (callee !== undefined && ON_LOOP.test(textOfPath(evaluator.valueOf(callee)) ?? "")) return false;
  }
  return true;
}

/** What the handler changes that others see: two threads may do so at once. */
function sharedState({ evaluator }: Job, body: PyNode): string | undefined {
  for (const node of ownNodes(body)) {
    if (/^(global|nonlocal)_statement$/.test(node.type)) return `\`${evaluator.text(node)}\` is changed in threads`;
    if (!/^(augmented_)?assignment$/.test(node.type)) continue;
    const left = childOf(node, "left");
    if (left !== undefined && /^(attribute|subscript)$/.test(left.type))
      return `\`${evaluator.text(left)}\` is set in threads`;
  }
  return undefined;
}
