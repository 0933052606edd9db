import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { render } from './render.js';

export async function send(name, recipients) {
  const id = randomBytes(2 ** 17).toString('hex');
  const template = `templates/${name}.html`;
  if (!existsSync(template)) throw new Error(`no template ${name}`);
  const size = statSync('outbox', { throwIfNoEntry: false })?.size ?? 0;
  const mails = await Promise.all(recipients.map((recipient) => render(template, recipient)));
  return { id, size, mails, footer: readFileSync('templates/footer.html', 'utf8') };
}
