// Writes keep their order, an error stops what comes after it, and totals lose nothing.
// rewrites: 9
import fs from 'node:fs';

const names = ['one', 'two', 'three'];
let counted = 0;

async function log() {
  names.forEach((name) => fs.appendFileSync('log', `${name}\n`));
  names.forEach((name, index) => {
    fs.appendFileSync('log', `${index}`);
    if (index === 1) return;
    fs.appendFileSync('log', '!');
  });
  return fs.readFileSync('log', 'utf8');
}

async function stops() {
  try {
    ['one', 'missing', 'three'].map((name) => {
      fs.appendFileSync('seen', name);
      return fs.readFileSync(name === 'missing' ? name : 'log').length;
    });
  } catch (error) {
    console.log(error.code, error.path);
  } finally {
    console.log('seen', fs.readFileSync('seen', 'utf8'));
  }
}

async function shared() {
  // In a function that others run at the same time this sum is nobody's alone.
  names.forEach((name) => {
    counted += fs.existsSync(name) ? 1 : 0; // stays: updates would be lost
  });
  let own = 0;
  const add = (number) => (own += number);
  names.forEach((name) => {
    own += fs.existsSync(name) ? 1 : 0; // stays: another function changes it
  });
  add(1);
  return counted + own;
}

async function looksNoFurther() {
  const seen = [];
  const found = ['log', 'seen', 'three'].find((name) => {
    seen.push(name);
    return name !== 'log' && fs.existsSync(name);
  });
  const all = ['log', 'three', 'seen'].every((name) => seen.push(name) && fs.existsSync(name));
  return { found, all, seen };
}

console.log(await log());
await stops();
console.log(await looksNoFurther(), await shared());
