/** The file that most tests speak of, before and after its fix. */

export const SERVICE = `import fs from 'node:fs';

export async function load(path) {
  const text = fs.readFileSync('./data/' + path, 'utf8');
  return JSON.parse(text);
}
`;

export const SERVICE_FIXED = SERVICE.replace("fs.readFileSync(", "await fs.promises.readFile(");

/** Several calls, one style of import each. */
export const REPORT = `import { readFileSync, writeFileSync } from 'node:fs';

export async function merge(name) {
  const parts = [readFileSync(name + '.head', 'utf8'), readFileSync(name + '.body', 'utf8')];
  writeFileSync(name + '.txt', parts.join(''));
  return parts.length;
}
`;

export const REPORT_FIXED = `import { readFile, writeFile } from 'node:fs/promises';

export async function merge(name) {
  const parts = [await readFile(name + '.head', 'utf8'), await readFile(name + '.body', 'utf8')];
  await writeFile(name + '.txt', parts.join(''));
  return parts.length;
}
`;

/** A project in which the samples are ES modules. */
export const PACKAGE = `{ "name": "sample", "version": "1.0.0", "private": true, "type": "module" }\n`;

/** Titles of what is offered for `SERVICE`, in this order. */
export const TITLES = {
  await: "Await `fs.promises.readFile`",
  ignoreLine: "Ignore `blocking-call` on this line",
  ignoreFile: "Ignore `blocking-call` in this file",
};

/** A synchronous library in a coroutine, and its first fix. */
export const FETCH = `import asyncio

import requests


async def fetch(url):
    return requests.get(url).text


async def main():
    pages = await asyncio.gather(fetch("https://example.com"), fetch("https://example.org"))
    print([len(page) for page in pages])
`;

export const FETCH_FIXED = FETCH.replace("requests.get(url).text", "(await asyncio.to_thread(requests.get, url)).text");

export const FETCH_TITLE = "Run `requests.get` in a thread: `asyncio.to_thread`";

/** A call that blocks two files further down. */
export const CHAIN = {
  server: "server.js",
  files: {
    "server.js": `import { loadSettings } from './lib/settings.js';

export async function handle(request) {
  const settings = loadSettings(request.user);
  return { status: 200, body: settings.greeting };
}
`,
    "lib/settings.js": `import { readJson } from './json.js';

export function loadSettings(name) {
  return readJson(\`\${name}.json\`) ?? readJson('default.json');
}
`,
    "lib/json.js": `import fs from 'node:fs';

export function readJson(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : undefined;
}
`,
  },
  message:
    /^`loadSettings` blocks the event loop for milliseconds: it calls `readJson` \(settings\.js:4\), which calls `fs\.readFileSync` \(json\.js:4\), and 1 more that blocks\./,
};

/** A loop that computes, and the same with its work in a worker file. */
export const FORECAST = `export async function forecast(seed) {
  let value = Number(seed);
  for (let day = 0; day < 1e8; day++) value = (value * 31 + day) % 1000003;
  return value;
}
`;

export const FORECAST_MOVED = `import { Piscina } from "piscina";

const pool = new Piscina({ filename: new URL("./forecast.worker.js", import.meta.url).href });

export async function forecast(seed) {
  let value = Number(seed);
  value = await pool.run({ value }, { name: "computeValue" });
  return value;
}
`;

export const FORECAST_TITLES = { turns: "Give control back every 8 ms", worker: "Run this loop in a worker" };
