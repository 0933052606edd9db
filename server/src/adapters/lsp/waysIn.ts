/** `unblock/waysIn`: all calls on the event loop that reach the function at a position. */
import type { CancellationToken } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Reached, WayIn } from "../../workspace/types";
import { documentFinder } from "./documents";
import { toRange, toSpan } from "./positions";
import type { WaysInMethod, WaysInParams, WaysInResult } from "./protocol";
import { sourceOf } from "./source";
import type { ServerState } from "./state";
import type { DocumentOfFile } from "./toDiagnostic";
import { mergedByPlace, walkAround } from "./walk";

export const WAYS_IN: WaysInMethod = "unblock/waysIn";

/** `null` where no function is, and in documents that aren't analysed. Tells how far it is where a token for it came along. */
export async function waysIn(
  state: ServerState,
  params: WaysInParams,
  token: CancellationToken,
): Promise<WaysInResult | null> {
  await state.ready;
  const document = state.documents.get(params.textDocument.uri);
  const source = document && sourceOf(state, document);
  if (document === undefined || source === undefined) return null;
  const { location, project } = source;
  const progress = state.connection.window.attachWorkDoneProgress(params.workDoneToken);
  progress.begin("Looking for ways in", 0, undefined, true);
  try {
    const report = (share: number): void => progress.report(Math.round(100 * share));
    const all = await walkAround(state, location, { token, report });
    // The document may have been closed meanwhile, or edited: then the walk started over, and the position is old.
    const span = toSpan(document, { start: params.position, end: params.position });
    const [reached] = mergedByPlace(all.flatMap((known) => known.to(location.file, span) ?? []));
    return reached === undefined ? null : toResult(reached, documentFinder(state, project));
  } finally {
    progress.done();
  }
}

function toResult(reached: Reached, documentOf: DocumentOfFile): WaysInResult {
  const place = (
    file: string,
    span: Reached["span"],
  ): { readonly uri: string; readonly range: WaysInResult["range"] } => {
    const document: TextDocument = documentOf(file);
    return { uri: document.uri, range: toRange(document, span) };
  };
  const wayOf = ({ file, span, within, chain }: WayIn): WaysInResult["ways"][number] => ({
    ...place(file, span),
    ...(within === undefined ? {} : { within }),
    chain: chain.map((step) => ({ ...place(step.file, step.span), name: step.name })),
  });
  return {
    ...place(reached.file, reached.span),
    name: reached.name,
    message: messageOf(reached),
    ways: reached.ways.map(wayOf),
  };
}

/** One sentence for people. */
function messageOf({ name, isBlocking, isOnLoop, ways }: Reached): string {
  if (isOnLoop && ways.length === 0) return `\`${name}\` runs on the event loop itself.`;
  if (!isBlocking) return `\`${name}\` doesn't block the event loop.`;
  return ways.length === 0
    ? `\`${name}\` blocks, and no async code reaches it.`
    : `\`${name}\`: ${waysText(ways.length)}.`;
}

/** "3 ways in from async code". */
export function waysText(count: number): string {
  return `${String(count)} ${count === 1 ? "way" : "ways"} in from async code`;
}
