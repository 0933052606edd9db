// One template that is put together from every place where a call can stand in an expression or a statement.
// rewrites: 74
import fs from 'node:fs';
import { writeFileSync, readFileSync } from 'node:fs';

const show = (...values) => console.log(...values);
const file = 'page.txt';
const identity = (value) => value;

async function trailers() {
  show(fs.readFileSync(file, 'utf8').trim());
  show(fs.readFileSync(file)[0], fs.readFileSync(file, 'utf8')[0].toUpperCase());
  show(fs.readFileSync(file, 'utf8')?.length, fs.statSync(file)['size']);
  show(fs.readFileSync(file, 'utf8').split('\n').map((line) => line.length).join());
  show(fs.statSync(file).isFile(), fs.readdirSync('.').includes(file));
  show(identity(fs.readFileSync)(file, 'utf8').length);
  show(fs.statSync(file).size ** 2, 2 ** fs.statSync(file).size, fs.readFileSync(file).length / 2);
  show(new String(fs.readFileSync(file, 'utf8')).length, new (fs.statSync(file).constructor)() instanceof fs.Stats);
}

async function operators() {
  show(!fs.existsSync(file), !!fs.existsSync(file), typeof fs.readFileSync(file), void fs.statSync(file));
  show(fs.readFileSync(file) instanceof Buffer, 'size' in fs.statSync(file));
  show(fs.existsSync(file) && fs.readFileSync(file, 'utf8'), fs.existsSync('no') || fs.readdirSync('.').length > 0);
  show(fs.existsSync('no') ? fs.readFileSync('no') : fs.readFileSync(file, 'latin1'));
  show(fs.existsSync(file) ? 'there' : 'gone', (null ?? fs.readFileSync(file)).length);
  show(fs.existsSync(file) === true, +fs.existsSync(file), (fs.statSync(file), 'comma'));
  show(`${fs.readFileSync(file, 'utf8')} and ${fs.statSync(file).size + 1}`, String.raw`${fs.existsSync(file)}`);
}

async function statements() {
  if (fs.existsSync(file)) show('if');
  else if (fs.existsSync('no')) show('else');
  for (const name of fs.readdirSync('.').sort()) show('of', name);
  for (const index in fs.readdirSync('.')) show('in', index);
  for (let left = fs.statSync(file).size; left > fs.statSync(file).size - 2; left -= Number(fs.existsSync(file))) show(left);
  let rounds = 0;
  while (fs.existsSync(file) && rounds < 2) rounds++;
  do rounds++;
  while (!fs.existsSync(file));
  switch (fs.readFileSync(file, 'utf8').length) {
    case fs.statSync(file).size:
      show('case', rounds);
      break;
    default:
      show('default');
  }
  throw new Error(fs.readFileSync(file, 'utf8').trim());
}

async function containers() {
  const list = [fs.readFileSync(file, 'utf8'), ...fs.readdirSync('.')];
  const object = { size: fs.statSync(file).size, [fs.readFileSync(file, 'utf8').trim()]: 1, ...fs.statSync(file) };
  const { size, mode = fs.existsSync(file) } = { size: fs.statSync(file).size };
  const [first = fs.readFileSync(file, 'utf8')] = [];
  class Named extends (fs.existsSync(file) ? Map : Set) {
    [fs.readFileSync(file, 'utf8').trim()]() {
      return 'computed';
    }
  }
  show(list, Object.keys(object).length > 10, size, mode, first, new Named().hello(), new Named() instanceof Map);
  show(Math.max(...fs.readFileSync(file), fs.statSync(file).size), Object.assign({}, { a: fs.existsSync(file) }));
}

async function nested() {
  writeFileSync('copy.txt', readFileSync(file, readFileSync('encoding.txt', 'utf8').trim()));
  show(readFileSync('copy.txt', 'utf8'));
  show(await readFileSync(file, 'utf8'), (await fs.statSync(file)).size);
  show(JSON.parse(fs.readFileSync('settings.json', 'utf8')).name);
  label: for (;;) {
    if (fs.existsSync(file)) break label;
  }
  let text;
  text = fs.readFileSync(file, 'utf8');
  const copy = (text = fs.readFileSync('copy.txt', 'utf8'));
  return [text, copy].length && fs.existsSync(file);
}

const arrow = async () => fs.readFileSync(file, 'utf8').length;
const object = async () => ({ text: fs.readFileSync(file, 'utf8') });
const inner = async (names) => Promise.all(names.map(async (name) => fs.existsSync(name)));

async function inCatch() {
  try {
    await statements();
  } catch ({ message, detail = fs.readFileSync(file, 'utf8') }) {
    show(message, detail);
  }
}

fs.writeFileSync(file, 'hello\n');
fs.writeFileSync('encoding.txt', 'utf8\n');
fs.writeFileSync('settings.json', '{"name":"positions"}');
await trailers();
await operators();
await inCatch();
await containers();
show(await nested(), await arrow(), await object(), await inner([file, 'no']));
