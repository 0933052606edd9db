import { readFileSync } from 'node:fs';
import { send } from '../src/index.js';

export async function test() {
  return (await send('welcome', [])).footer === readFileSync('templates/footer.html', 'utf8');
}
