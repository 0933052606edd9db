'use strict';
// Functions with `this`, and callbacks that aren't arrows.
// rewrites: 4
const fs = require('fs');

const names = ['x', 'y'];
for (const name of names) fs.writeFileSync(name, name);

class Reader {
  constructor() {
    this.folder = '.';
    this.names = names;
  }

  async read() {
    const texts = this.names.map((name) => fs.readFileSync(`${this.folder}/${name}`, 'utf8'));
    const sizes = names.map(function (name) {
      return fs.statSync(`./${name}`).size;
    });
    const bound = names.map(function (name) {
      return `${typeof this}${fs.existsSync(name)}`; // stays: this
    });
    const counted = names.map(function () {
      return arguments.length + fs.readdirSync('.').length * 0; // stays: arguments
    });
    const again = names.filter((name, index, all) => all.indexOf(name) === index && fs.existsSync(name));
    const sparse = [, 'x'].map((name) => fs.existsSync(name)); // stays: holes
    const list = ['x'];
    list.forEach((name) => {
      if (fs.existsSync(name) && list.length < 3) list.push('y'); // stays: changed inside
    });
    return { texts, sizes, bound, counted, again, sparse, list };
  }
}

async function pages(count) {
  return await Promise.all(names.map((name) => fs.readFileSync(`./${name}`, 'utf8').repeat(count)));
}

new Reader()
  .read()
  .then(console.log)
  .then(() => pages(2))
  .then(console.log);
