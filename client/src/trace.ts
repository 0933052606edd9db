/** The channel for protocol traces: it comes into being with the first line, so that no empty tab appears. */
import { type Disposable, EventEmitter, LogLevel, type LogOutputChannel, window, workspace } from "vscode";

const isTracing = (): boolean => workspace.getConfiguration("unblock").get<string>("trace.server", "off") !== "off";

/** A log channel that is as talkative as `unblock.trace.server` says, and exists only once something was written. */
export function createTraceChannel(subscriptions: Disposable[]): LogOutputChannel {
  const name = "Unblock Trace";
  let created: LogOutputChannel | undefined;
  const channel = (): LogOutputChannel => (created ??= window.createOutputChannel(name, { log: true }));
  const levelChanged = new EventEmitter<LogLevel>();
  const trace: LogOutputChannel = {
    name,
    get logLevel() {
      return isTracing() ? LogLevel.Trace : LogLevel.Info;
    },
    onDidChangeLogLevel: levelChanged.event,
    // The setting has asked for these lines: they are shown at the channel's default level.
    trace: (message, ...rest: unknown[]) => channel().info(message, ...rest),
    debug: (message, ...rest: unknown[]) => channel().info(message, ...rest),
    info: (message, ...rest: unknown[]) => channel().info(message, ...rest),
    warn: (message, ...rest: unknown[]) => channel().warn(message, ...rest),
    error: (message, ...rest: unknown[]) => channel().error(message, ...rest),
    append: (value) => channel().append(value),
    appendLine: (value) => channel().appendLine(value),
    replace: (value) => channel().replace(value),
    clear: () => created?.clear(),
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the interface has an old overload of the same name
    show: () => channel().show(),
    hide: () => created?.hide(),
    dispose: () => created?.dispose(),
  };
  subscriptions.push(
    trace,
    levelChanged,
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("unblock.trace.server")) levelChanged.fire(trace.logLevel);
    }),
  );
  return trace;
}
