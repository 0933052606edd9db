// All of a list for each of its elements: told where the text shows that the list is input, and each element surely meets all of it.
import { readFile } from 'node:fs/promises';

export async function given(states, request, { rows }) {
  for (const state of states) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    for (const other of states) state.overlap += state.time < other.end ? 1 : 0;
  }
  for (const a of request.body.rows) for (const b of request.body.rows) a.add(b);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (const a of rows) for (const b of rows) a.add(b);
//<  ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
}

export async function waitedFor(pool, load) {
  const { rows } = await pool.query('SELECT * FROM edges');
  const edges = rows.filter((row) => row.weight > 0);
  for (const a of edges) for (const b of edges) a.shared += a.end === b.start ? 1 : 0;
//<  ^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  const [nodes] = await load();
  nodes.forEach((a) => nodes.forEach((b) => a.meet(b)));
//<  ^^^^^^^^^^^^^ heavy-loop heavy-loop information
  const vectors = [];
  for (const node of nodes) vectors.push(node.vector);
  for (let i = 0; i < vectors.length; i++) for (let j = i + 1; j < vectors.length; j++) vectors[i].meet(vectors[j]);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
}

export async function linesOfFile(path) {
  const text = await readFile(path, 'utf8');
  const lines = text.trim().split('\n').map((line) => line.trim());
  const seen = [];
  for (const line of lines) if (!seen.includes(line)) seen.push(line);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  const response = await fetch(path);
  const rows = (await response.text()).split(/\r?\n/);
  const table = rows.reduce((all, row) => ({ ...all, [row]: true }), {});
  //            ^^^^^^^^^^^ heavy-loop heavy-loop information
  return [seen, table];
}

/** A few entries each, however they are named. */
export async function described(metadata, columns, record, load) {
  const names = [];
  for (const column of columns) if (!names.includes(column.name)) names.push(column.name);
  const table = metadata.relations.reduce((all, relation) => ({ ...all, [relation.name]: relation }), {});
  const keys = await load(record);
  const own = keys.map((key) => keys.filter((other) => other.constraint === key.constraint));
  for (const a of Object.values(record)) for (const b of Object.values(record)) a.meet(b);
  metadata.groups.forEach((group) => {
    for (const a of group.members) for (const b of group.members) a.meet(b);
  });
  for (const group of metadata.groups) for (const a of group.members) for (const b of group.members) a.meet(b);
  const local = new Map();
  for (const name of names) local.set(name, []);
  for (let i = 0; i < local.size; i++) for (const name of local.keys()) local.get(name).push(i);
  for (const deep of record.schema.table.columns) for (const other of record.schema.table.columns) deep.meet(other);
  return [names, table, own];
}

/** All of them again for those alone that are something special. */
export async function rarely(actions, rows) {
  for (const action of actions) {
    if (!action.endTime) for (const other of actions) if (other.parent === action.id) action.endTime = other.endTime;
  }
  for (const row of rows) {
    if (!row.isRoot) continue;
    for (const other of rows) other.root = row;
  }
  rows.forEach((row) => {
    if (!row.isRoot) return;
    rows.forEach((other) => other.add(row));
  });
  for (const row of rows) row.isRoot ? rows.forEach((other) => other.add(row)) : row.drop();
  for (const row of rows) row.isRoot && rows.forEach((other) => other.add(row));
}

export class Store {
  constructor(fields) {
    this.fields = fields;
  }

  async link() {
    for (const a of this.fields) for (const b of this.fields) a.meet(b);
  }
}
