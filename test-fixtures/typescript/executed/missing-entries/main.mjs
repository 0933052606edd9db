// Looks files up that may be missing, the way that gives undefined instead of an error.
// rewrites: 5
import fs from 'node:fs';

async function sizes(paths) {
  const found = [];
  for (const path of paths) {
    const stats = fs.statSync(path, { throwIfNoEntry: false }); // stays: the promise form throws on Node.js 20
    found.push(stats?.size ?? 'missing');
    found.push(fs.lstatSync(path, { bigint: true, throwIfNoEntry: false })?.size ?? 'missing'); // stays: as above
  }
  return found;
}

async function strict(path) {
  try {
    return [fs.statSync(path, { throwIfNoEntry: true }).size, fs.lstatSync(path, { bigint: true }).size];
  } catch (error) {
    return [error.code, error.message];
  }
}

async function create(path) {
  fs.writeFileSync(path, '12345');
  fs.symlinkSync('gone', 'dangling');
  return fs.existsSync('dangling');
}

console.log(await create('here'));
console.log(await sizes(['here', 'gone', 'dangling']));
console.log(await strict('here'), await strict('gone'), await strict('dangling'));
