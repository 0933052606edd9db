import * as disk from './disk.js';

export async function render(template, values) {
  const text = disk.readText(template, 'utf8');
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? disk.readText(`defaults/${name}`, 'utf8'));
}
