import { ResponseError } from "vscode-languageserver";
import type { ServerState } from "./state";

/** Runs a notification's handler; what it throws goes to the log, and the server goes on. */
export function guarded(state: ServerState, method: string, subject: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    state.log.failure(method, subject, error);
  }
}

/** Answers a request; what is thrown goes to the log, and the answer is `instead`. Cancellations pass. */
export async function answered<T>(
  state: ServerState,
  method: string,
  subject: string,
  work: () => Promise<T>,
  instead: T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ResponseError) throw error;
    state.log.failure(method, subject, error);
    return instead;
  }
}
