// A repository of documents: every kind of class member.
import fs from 'node:fs';

export class Documents {
  folder = fs.realpathSync('.');
  static index = fs.readFileSync('index.json');
  handler = async (path) => fs.readFileSync(path);
  //                        ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  lazy = () => fs.readFileSync(this.folder);

  static {
    fs.mkdirSync('documents');
  }

  constructor(path) {
    this.text = fs.readFileSync(path);
  }

  static async create(path) {
    return new this(fs.readFileSync(path));
    //              ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
    //     ^^^^^^^^ blocking-chain node:fs.readFileSync
  }

  async #load(path) {
    return fs.readFileSync(path);
    //     ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  }

  async load(path) {
    return this.#load(path);
  }

  async *stream(path) {
    yield fs.readFileSync(path);
    //    ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
  }

  async *[Symbol.asyncIterator]() {
    yield fs.readdirSync(this.folder);
    //    ^^^^^^^^^^^^^^ blocking-call node:fs.readdirSync
  }

  async [fs.readFileSync('name', 'utf8')]() {}

  *items(path) {
    yield fs.readFileSync(path);
  }

  get size() {
    return fs.statSync(this.folder).size;
  }

  set size(value) {
    fs.truncateSync(this.folder, value);
  }

  toJSON() {
    return fs.readFileSync(this.folder, 'utf8');
  }
}

export async function make(base, path) {
  return class extends (fs.existsSync(path) ? base : Object) {
  //                    ^^^^^^^^^^^^^ blocking-call node:fs.existsSync
    static text = fs.readFileSync(path);
    //            ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
    text = fs.readFileSync(path);
    static {
      fs.accessSync(path);
//    ^^^^^^^^^^^^^ blocking-call node:fs.accessSync
    }
    [fs.readFileSync(path, 'utf8')]() {
//   ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
      return fs.readFileSync(path);
    }
    constructor() {
      super(fs.readFileSync(path));
    }
  };
}
