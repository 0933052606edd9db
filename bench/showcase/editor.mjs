/** An editor without a person: opens files over the language server protocol and takes the first rewrite of each problem. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { root } from "../../scripts/ensure.mjs";

const require = createRequire(import.meta.url);
const { createMessageConnection, StreamMessageReader, StreamMessageWriter } = require("vscode-languageserver/node");
const { TextDocument } = require("vscode-languageserver-textdocument");

const LANGUAGES = { ".mjs": "javascript", ".js": "javascript", ".ts": "typescript", ".py": "python" };

const CAPABILITIES = {
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ["create"] } },
  textDocument: {
    diagnostic: { dataSupport: true },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

/** Titles of actions that silence a problem in place of mending it. */
const SUPPRESSION = /^(Ignore|Remove unused)\b/;

/**
 * Applies the first rewrite that the server offers for each problem of `files` (absolute paths in `folder`), one at a time, until there is
 * none left. Gives the titles of what was done, and the messages of what stayed.
 */
export async function fixAsInEditor(folder, files) {
  const server = spawn(process.execPath, [join(root, "server", "dist", "main.js"), "--stdio"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.onRequest("workspace/configuration", ({ items }) => items.map(() => null));
  connection.onRequest("client/registerCapability", () => null);
  connection.onRequest("workspace/diagnostic/refresh", () => null);
  connection.listen();
  try {
    const rootUri = pathToFileURL(folder).href;
    const workspaceFolders = [{ uri: rootUri, name: "showcase" }];
    const parameters = { processId: process.pid, rootUri, workspaceFolders, capabilities: CAPABILITIES };
    await connection.sendRequest("initialize", parameters);
    await connection.sendNotification("initialized", {});
    const documents = new Map();
    for (const file of files) await open(connection, documents, pathToFileURL(file).href);
    const done = [];
    for (let action = await nextAction(connection, documents); action !== undefined;) {
      done.push(action.title);
      await apply(connection, documents, action);
      action = await nextAction(connection, documents);
    }
    const stayed = [];
    for (const document of documents.values()) {
      const { items } = await diagnose(connection, document);
      stayed.push(...items.map(({ message }) => message));
      writeFileSync(fileURLToPath(document.uri), document.getText());
    }
    await connection.sendRequest("shutdown");
    await connection.sendNotification("exit");
    return { done, stayed };
  } finally {
    connection.dispose();
    server.kill();
  }
}

async function open(connection, documents, uri) {
  const file = fileURLToPath(uri);
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const languageId = LANGUAGES[extname(file)] ?? "plaintext";
  const document = TextDocument.create(uri, languageId, 1, text);
  documents.set(uri, document);
  await connection.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
}

function diagnose(connection, { uri, languageId }) {
  if (!Object.values(LANGUAGES).includes(languageId)) return { items: [] };
  return connection.sendRequest("textDocument/diagnostic", { textDocument: { uri } });
}

/** The first rewrite of the first problem that has one. */
async function nextAction(connection, documents) {
  for (const document of documents.values()) {
    const { items } = await diagnose(connection, document);
    for (const diagnostic of items) {
      const actions = await connection.sendRequest("textDocument/codeAction", {
        textDocument: { uri: document.uri },
        range: diagnostic.range,
        context: { diagnostics: [diagnostic], only: ["quickfix"] },
      });
      const rewrite = actions.find(({ title, disabled }) => disabled === undefined && !SUPPRESSION.test(title));
      if (rewrite === undefined) continue;
      return rewrite.edit === undefined ? await connection.sendRequest("codeAction/resolve", rewrite) : rewrite;
    }
  }
  return undefined;
}

async function apply(connection, documents, { edit }) {
  for (const change of edit.documentChanges) {
    const uri = change.uri ?? change.textDocument.uri;
    if (!documents.has(uri)) await open(connection, documents, uri);
    if (change.edits === undefined) continue;
    const before = documents.get(uri);
    const text = TextDocument.applyEdits(before, change.edits);
    const version = before.version + 1;
    documents.set(uri, TextDocument.create(uri, before.languageId, version, text));
    const contentChanges = [{ text }];
    await connection.sendNotification("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
  }
}
