import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { login } from './lib/accounts.mjs';
import { archive } from './lib/archive.mjs';
import { readConfig } from './lib/config.mjs';
import { forecast } from './lib/forecast.mjs';
import { logRequest } from './lib/log.mjs';
import { attachmentOf, listNotes, readNote } from './lib/notes.mjs';
import { escape, renderPage } from './lib/pages.mjs';
import { search } from './lib/search.mjs';
import { version } from './lib/version.mjs';

const routes = {
  async '/'() {
    const { pageSize } = await readConfig();
    const notes = (await listNotes()).slice(0, pageSize);
    const items = notes.map(({ name, size }) => `<li><a href="/notes/${name}">${name}</a> (${size} bytes)</li>`);
    return html(`<ul>${items.join('')}</ul>`);
  },
  async '/archive.gz'() {
    return { type: 'application/gzip', body: await archive() };
  },
  async '/version'() {
    return { type: 'text/plain', body: await version() };
  },
  async '/login'(query) {
    const isKnown = await login(query.get('name') ?? '', query.get('password') ?? '');
    return { status: isKnown ? 200 : 403, type: 'text/plain', body: isKnown ? 'welcome' : 'who are you?' };
  },
  async '/forecast'() {
    return { type: 'text/plain', body: String(await forecast((await listNotes()).length)) };
  },
  async '/search'(query) {
    return { type: 'application/json', body: JSON.stringify(await search(query.get('for') ?? '')) };
  },
};

async function answer(url) {
  const route = Object.hasOwn(routes, url.pathname) ? routes[url.pathname] : undefined;
  if (route !== undefined) return route(url.searchParams);
  const name = /^\/notes\/([\w-]+)$/.exec(url.pathname)?.[1];
  const text = name === undefined ? undefined : await readNote(name);
  if (text === undefined) return { status: 404, type: 'text/plain', body: `nothing at ${url.pathname}` };
  const attachment = await attachmentOf(name);
  return html(`<p>${escape(text)}</p>${attachment === undefined ? '' : `<p>Attached: ${attachment}</p>`}`);
}

async function html(body) {
  const { title } = await readConfig();
  return { type: 'text/html', body: await renderPage(title, body) };
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url ?? '/', 'http://notebook');
  await logRequest(request.method, url.pathname);
  if (url.pathname === '/style.css') {
    response.setHeader('content-type', 'text/css');
    createReadStream(new URL('public/style.css', import.meta.url)).pipe(response);
    return;
  }
  try {
    const { status = 200, type, body } = await answer(url);
    response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
  } catch (error) {
    response.writeHead(500, { 'content-type': 'text/plain' }).end(error.message);
  }
});

server.listen(Number(process.env.PORT ?? 8080), '127.0.0.1', () => {
  console.log(`Notebook listens on http://127.0.0.1:${server.address().port}`);
});
