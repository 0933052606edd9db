// A folder of recipes: every method of an array that calls back, with files in the callback.
// rewrites: 32
import fs from 'node:fs';
import path from 'node:path';

const root = 'recipes';
fs.mkdirSync(path.join(root, 'drafts'), { recursive: true });
for (const name of ['bread.txt', 'pasta.txt', 'soup.txt']) fs.writeFileSync(path.join(root, name), `${name}\nserves ${name.length}`);

async function texts() {
  const names = fs.readdirSync(root).filter((name) => name.endsWith('.txt'));
  const texts = names.map((name) => fs.readFileSync(path.join(root, name), 'utf8'));
  const numbered = names.map((name, index) => `${index}: ${fs.readFileSync(path.join(root, name), 'utf8').length}`);
  const lines = names.flatMap((name) => fs.readFileSync(path.join(root, name), 'utf8').split('\n'));
  const mixed = names.flatMap((name) => (name === 'soup.txt' ? fs.statSync(path.join(root, name)).size : [[name]]));
  const nothing = [].map((name) => fs.readFileSync(name));
  return { texts, numbered, lines, mixed, nothing };
}

async function blocks() {
  const names = fs.readdirSync(root);
  const entries = names.map((name) => {
    const stats = fs.statSync(path.join(root, name));
    if (stats.isDirectory()) return { name, kind: 'folder' };
    if (name.startsWith('b')) {
      return {
        name,
        size: fs.readFileSync(path.join(root, name)).length,
      };
    } else {
      return [name, stats.size];
    }
  });
  const inTry = names.map((name) => {
    try {
      return fs.readFileSync(path.join(root, name), 'utf8').length;
    } catch (error) {
      return error.code;
    }
  });
  const files = names
    .map((name) => {
      const file = path.join(root, name);
      return file;
    })
    .filter((file) => fs.existsSync(file));
  let isChecked = false;
  const isRight = Object.entries({ 'bread.txt': 1, 'soup.txt': 2 }).some(([name, number]) => {
    // Only what is there counts.
    if (!fs.existsSync(path.join(root, name))) {
      return false;
    }
    isChecked = true;
    const size = fs.statSync(path.join(root, name)).size;
    if (size > 1000) return true;

    return number === 3;
  });
  return { entries, inTry, files, isChecked, isRight };
}

async function questions() {
  const names = ['bread.txt', 'missing.txt', 'soup.txt'];
  const some = names.some((name) => {
    const isText = name.endsWith('.txt');
    return isText && !fs.existsSync(path.join(root, name));
  });
  const none = names.some((name) => fs.statSync(root).isFile() && name);
  const every = names.every((name) => fs.existsSync(path.join(root, name)));
  const all = names.every((name) => {
    if (name === 'missing.txt') return true;
    return fs.existsSync(path.join(root, name));
  });
  const found = names.find((name) => !fs.existsSync(path.join(root, name)));
  const early = names.find((name) => {
    if (name.startsWith('s')) return true;
    const size = fs.existsSync(path.join(root, name)) ? 1 : 0;
    return size > 1;
  });
  const lost = names.find((name) => fs.existsSync(`${root}/${name}/${name}`));
  const at = names.findIndex((name) => !fs.existsSync(path.join(root, name)));
  const never = names.findIndex((name, index) => index > 5 && fs.existsSync(name));
  const kept = names.filter((name) => fs.existsSync(path.join(root, name)));
  const strict = names.filter((name, index) => {
    if (index === 0) return false;
    if (name === 'missing.txt') return true;
    return fs.readFileSync(path.join(root, name)).length > 3;
  });
  return { some, none, every, all, found, early, lost, at, never, kept, strict };
}

async function sums() {
  const names = fs.readdirSync(root).sort();
  const size = names.reduce((sum, name) => sum + fs.statSync(path.join(root, name)).size * 0 + name.length, 0);
  const bySize = names.reduce((sizes, name) => {
    if (name === 'drafts') return sizes;
    sizes[name] = fs.statSync(path.join(root, name)).size;
    return sizes;
  }, {});
  const longest = names.reduce((name, other) => {
    return fs.readdirSync(root).length > 0 && other.length > name.length ? other : name;
  }, '');
  const name = names.reduce((name, other, index) => `${name}${index}${fs.existsSync(other)}`, '');
  let total = 0;
  names.forEach((name) => {
    if (!name.endsWith('.txt')) return;
    total += fs.statSync(path.join(root, name)).size;
  });
  names.forEach((entry, index) => {
    if (index > 1) return void 0;
    console.log(index, entry, fs.existsSync(path.join(root, entry)));
  });
  names.map((name) => console.log(fs.existsSync(name)));
  return { size: size > 0, bySize, longest, name, total };
}

console.log(JSON.stringify([await texts(), await blocks(), await questions(), await sums()], null, 1));
