import type { Connection } from "vscode-languageserver";

/** The server's log, shown by the client in its output channel. */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  /** `info`, but the same message about the same subject only until `forget`. */
  once(subject: string, message: string): void;
  /** `warn`, likewise: something that keeps Unblock from doing all it does. */
  warnOnce(subject: string, message: string): void;
  /** What was thrown while `method` was answered for `subject` (a URI); the same one is told once until `forget`. */
  failure(method: string, subject: string, error: unknown): void;
  /** The subject is gone. */
  forget(subject: string): void;
}

export function createLog(connection: Connection): Log {
  const told = new Map<string, Set<string>>();
  const isNew = (subject: string, message: string): boolean => {
    const messages = told.get(subject) ?? new Set();
    told.set(subject, messages);
    if (messages.has(message)) return false;
    messages.add(message);
    return true;
  };
  return {
    debug: (message) => connection.console.debug(message),
    info: (message) => connection.console.info(message),
    warn: (message) => connection.console.warn(message),
    once(subject, message) {
      if (isNew(subject, message)) connection.console.info(`${subject}: ${message}`);
    },
    warnOnce(subject, message) {
      if (isNew(subject, message)) connection.console.warn(`${message} (${subject})`);
    },
    failure(method, subject, error) {
      if (!isNew(subject, `${method} ${messageOf(error)}`)) return;
      const details = error instanceof Error ? (error.stack ?? error.message) : messageOf(error);
      connection.console.error(`${method} failed for ${subject}: ${details}`);
    },
    forget: (subject) => void told.delete(subject),
  };
}

/** One line for whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
