// With `loops: "all"`: searches and copies in lists of which nobody knows that they are long, as hints.
import { stat } from 'node:fs/promises';

export async function unique(rows, ids) {
  const first = rows.filter((row, index) => rows.indexOf(row) === index);
  //            ^^^^^^^^^^^ heavy-loop heavy-loop hint
  const seen = [];
  for (const id of ids) {
//<  ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop hint
    if (!seen.includes(id)) seen.push(id);
  }
  const byId = rows.reduce((all, row) => ({ ...all, [row.id]: row }), {});
  //           ^^^^^^^^^^^ heavy-loop heavy-loop hint
  return [first, seen, byId];
}

export async function evident(rows, data) {
  for (const row of rows) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    if (row.parent) row.parent = rows.find((other) => other.id === row.parent);
    for (const other of rows) row.add(other);
  }
  rows.forEach((row) => {
    for (const a of data.rows) for (const b of data.rows) row.add(a, b);
//<    ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    row.parent = rows.find((other) => other.id === row.parent);
  });
}

/** Each copy stands between two turns of the event loop. */
export async function inTurns(names, folder) {
  let sizes = [];
  for (const name of names) {
    if (name.startsWith('.')) continue;
    const { size } = await stat(`${folder}/${name}`);
    sizes = [...sizes, size];
  }
  let all = [];
  for (const name of names) {
    if (name === '') continue;
    all = [...all, ...(await stat(name)).parts];
  }
  return [sizes, all];
}

/** What is looked for and then put in is the same each time. */
export async function stamped(rows, fields, name) {
  const columns = [...fields];
  rows.map((row) => {
//<  ^^^^^^^^ heavy-loop heavy-loop hint
    if (!columns.includes(name)) columns.push(name);
    return row.values(name);
  });
  return columns;
}
