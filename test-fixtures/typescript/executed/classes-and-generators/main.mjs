// A tree of settings: methods of every kind, asynchronous generators, objects and closures.
// rewrites: 19
import fs from 'node:fs';
import { readFileSync } from 'node:fs';

class Settings {
  static folder = 'settings';
  #cache = new Map();

  static async create() {
    fs.mkdirSync(Settings.folder, { recursive: true });
    fs.writeFileSync(`${this.folder}/a.json`, '{"a":1}');
    fs.writeFileSync(`${this.folder}/b.json`, '{"b":[2,3]}');
    return new this();
  }

  async #load(name) {
    return JSON.parse(readFileSync(`${Settings.folder}/${name}.json`, 'utf8'));
  }

  async get(name) {
    if (!this.#cache.has(name)) this.#cache.set(name, await this.#load(name));
    return this.#cache.get(name);
  }

  async ['size' + 's']() {
    return fs.readdirSync(Settings.folder).map((name) => name.length);
  }

  async *files() {
    yield fs.readdirSync(Settings.folder).length;
    yield* fs.readdirSync(Settings.folder).sort();
    for (const name of fs.readdirSync(Settings.folder).sort()) yield readFileSync(`${Settings.folder}/${name}`, 'utf8');
  }

  set = async (name, value) => fs.writeFileSync(`${Settings.folder}/${name}.json`, JSON.stringify(value));

  async remove(name, { force = false } = {}) {
    const remove = async (path) => {
      fs.rmSync(path, { force });
      return fs.existsSync(path);
    };
    return remove(`${Settings.folder}/${name}.json`);
  }
}

class Checked extends Settings {
  async get(name) {
    const found = fs.existsSync(`${Settings.folder}/${name}.json`);
    return found ? super.get(name) : `no ${name}`;
  }
}

const reader = {
  async text(path) {
    return fs.readFileSync(path, 'utf8');
  },
  lines: async function (path) {
    return (await this.text(path)).split(',').length + fs.readFileSync(path).length;
  },
  async *bytes(path) {
    const bytes = yield fs.statSync(path).size;
    yield fs.readFileSync(path)[bytes];
  },
};

async function collect(items) {
  const all = [];
  for await (const item of items) all.push(item);
  return all;
}

const settings = await Checked.create();
await settings.set('c', { c: true });
console.log(await settings.get('a'), await settings.get('b'), await settings.get('c'), await settings.get('d'));
console.log(await settings.sizes(), await collect(settings.files()));
console.log(await settings.remove('c'), await settings.remove('c', { force: true }));
console.log(await reader.text('settings/a.json'), await reader.lines('settings/b.json'));
const bytes = reader.bytes('settings/a.json');
console.log(await bytes.next(), await bytes.next(2), await bytes.next());
console.log(await (async () => fs.readdirSync('settings'))());
console.log(await new Promise((resolve) => setTimeout(async () => resolve(fs.readFileSync('settings/a.json', 'utf8')), 1)));
