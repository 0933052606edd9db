/** `unblock/status`: what the client's status item shows. */
import type { StatusMethod, StatusParams } from "./protocol";
import { inBackground, type ServerState } from "./state";

const METHOD: StatusMethod = "unblock/status";

/** What stands in the way of one document, `undefined` for nothing. The worst of all documents is sent if it is news. */
export function setTrouble(state: ServerState, uri: string, trouble: StatusParams | undefined): void {
  if (trouble === undefined) state.troubles.delete(uri);
  else state.troubles.set(uri, trouble);
  const troubles = [...state.troubles.values()];
  const status = troubles.find((other) => other.level === "error") ?? troubles[0] ?? { level: "ok" };
  const text = JSON.stringify(status);
  if (!state.wantsStatus || text === state.lastStatus) return;
  state.lastStatus = text;
  inBackground(state, METHOD, () => state.connection.sendNotification(METHOD, status));
}
