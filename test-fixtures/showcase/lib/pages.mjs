import { readText } from './files.mjs';

const templateFile = new URL('../public/page.html', import.meta.url);

export async function renderPage(title, body) {
  const template = readText(templateFile, 'utf8');
  return template.replaceAll('{{title}}', escape(title)).replace('{{body}}', () => body);
}

export function escape(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
