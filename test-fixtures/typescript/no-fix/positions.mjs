// Places where `await` is not allowed, or where a promise would be taken for a value.
import fs from 'node:fs';

export async function save(path, text = fs.readFileSync(path)) {
//                                      ^^^^^^^^^^^^^^^ no-fix: default parameter
  const inner = async ({ size = fs.statSync(path).size }) => size;
  //                            ^^^^^^^^^^^ no-fix: default parameter
  return inner(text);
}

export async function classes(path) {
  return class {
    static text = fs.readFileSync(path);
    //            ^^^^^^^^^^^^^^^ no-fix: field's initialiser
    static {
      fs.mkdirSync(path);
//    ^^^^^^^^^^^^ no-fix: static block
    }
  };
}

export async function callbacks(files) {
  files.map(fs.readFileSync);
  //        ^^^^^^^^^^^^^^^ no-fix: `map` gives it the index too
  files.sort(fs.accessSync);
  //         ^^^^^^^^^^^^^ no-fix: `sort` calls it back
  files.filter(fs.existsSync.bind(fs));
  //           ^^^^^^^^^^^^^ no-fix: `.bind`
  files.sort((a, b) => fs.statSync(a).size - fs.statSync(b).size);
  //                   ^^^^^^^^^^^ no-fix: callback
  //                                         ^^^^^^^^^^^ no-fix: callback
  'x'.replace(/x/g, (name) => fs.readFileSync(name, 'utf8'));
  //                          ^^^^^^^^^^^^^^^ no-fix: callback
  JSON.parse('{}', (key, value) => fs.existsSync(value));
  //                               ^^^^^^^^^^^^^ no-fix: callback
  await new Promise((resolve) => resolve(fs.readFileSync(files[0])));
  //                                     ^^^^^^^^^^^^^^^ no-fix: promise executor
  return (() => fs.readFileSync(files[0]))();
  //            ^^^^^^^^^^^^^^^ no-fix: function
}

export async function indirect(path) {
  fs.readFileSync.call(fs, path);
//^^^^^^^^^^^^^^^^^^^^ no-fix: .call
  fs.readFileSync.apply(fs, [path]);
//^^^^^^^^^^^^^^^^^^^^^ no-fix: .apply
  fs.readFileSync.bind(fs, path)();
//^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ no-fix: .bind
}
