/** Entry of the extension: wiring only. Everything slow happens in the server's process. */
import { type ExtensionContext, window, workspace } from "vscode";
import { Server } from "./client";
import { registerCommands } from "./commands";
import { isEnabled } from "./settings";
import { createStatus } from "./status";
import { createTraceChannel } from "./trace";

let server: Server | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const { subscriptions } = context;
  const log = window.createOutputChannel("Unblock", { log: true });
  const status = createStatus();
  subscriptions.push(log, status);
  const running = new Server({
    extensionPath: context.extensionPath,
    log,
    trace: createTraceChannel(subscriptions),
    onState: (state) => status.show(state),
    onStatus: (told) => status.tell(told),
  });
  server = running;
  const follow = async (): Promise<void> => {
    if (isEnabled()) {
      await running.start();
    } else {
      await running.stop();
      status.show("disabled");
    }
  };
  subscriptions.push(
    ...registerCommands(running, log),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("unblock.enable")) void follow();
    }),
  );
  await follow();
}

/** The editor waits for the server to end. */
export async function deactivate(): Promise<void> {
  await server?.stop();
}
