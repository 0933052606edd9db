// A report over orders: for each element all of them again. Searches and copies are told with `loops: "all"` alone.
import { COLUMNS, orders as allOrders } from './tables.mjs';

const KINDS = ['retail', 'wholesale', 'internal'];

export async function pairs(data, rows, options) {
  for (const a of data.rows) for (const b of data.rows) if (a.id === b.parent) a.child = b;
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (let i = 0; i < rows.length; i++) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    for (let j = i + 1; j < rows.length; j++) if (rows[i].id === rows[j].id) rows[j].twin = true;
  }
  for (const a of rows) {
//<  ^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    for (const b of rows) {
      if (a === b) break;
      a.before = b;
    }
  }
  for (const row of rows) {
//<  ^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
    rows.forEach((other) => other.add(row));
  }
  rows.forEach((row) => {
//<  ^^^^^^^^^^^^ heavy-loop heavy-loop information
    for (const other of rows) row.add(other);
  });
  rows.map((row) => rows.filter((other) => other.parent === row.id));
  rows.forEach((row) => {
    row.parent = rows.find((other) => other.id === row.parentId);
  });
  const count = rows.length;
  for (let i = 0; i < count; i++) for (let j = 0; j < count; j++) rows[i].add(rows[j]);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (let i = rows.length - 1; i >= 0; i--) if (rows.indexOf(rows[i].parent) < 0) rows[i].isRoot = true;
  const { items } = data;
  for (const a of items) for (const b of data.items) a.add(b);
//<  ^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (const key of Object.keys(data)) for (const other of Object.keys(data)) data[key] += data[other];
  for (const a of rows.slice()) for (const b of [...rows]) a.add(b);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (const id in data.byId) if (Object.keys(data.byId).includes(id + 1)) data.next = id;
  for (const row of rows ?? []) if (rows.some((other) => other.id === row.parent)) row.isChild = true;
  await Promise.all(rows.map(async (row) => {
    const parent = rows.find((other) => other.id === row.parent);
    await row.save(parent);
  }));
  return [options, allOrders];
}

export async function searches(rows, ids, load) {
  const unique = rows.filter((row, index) => rows.indexOf(row) === index);
  const names = rows.map((row) => row.name).filter((name, index, all) => all.indexOf(name) === index);
  const seen = [];
  for (const id of ids) {
    if (!seen.includes(id)) seen.push(id);
  }
  const found = [];
  ids.forEach((id) => {
    if (found.indexOf(id) === -1) found.push(id);
  });
  const groups = [];
  for (const row of rows) {
    const group = groups.find((one) => one.name === row.name);
    if (group) group.rows.push(row);
    else groups.push({ name: row.name, rows: [row] });
  }
  const loaded = await load();
  for (const row of loaded) if (loaded.includes(row.parent)) row.isChild = true;
  return [unique, names, seen, found, groups];
}

export async function copies(rows, entries) {
  const list = rows.reduce((all, row) => [...all, row.name], []);
  const byId = rows.reduce((all, row) => ({ ...all, [row.id]: row }), {});
  const flat = rows.reduce((all, row) => all.concat(row.items), []);
  const merged = Object.entries(entries).reduce((all, [key, value]) => {
    return Object.assign({}, all, { [key]: value });
  }, {});
  let collected = [];
  for (const row of rows) collected = [...collected, row];
  let joined = [];
  for (const row of rows) joined = joined.concat(row.items);
  const pushed = rows.reduce((all, row) => {
    all.push(row.name);
    return all;
  }, []);
  const total = rows.reduce((sum, row) => sum + row.total, 0);
  const piped = rows.reduce((text, step) => step(text), 'x');
  const one = rows.reduce((all, row) => ({ ...row, all }), {});
  for (const row of rows) collected.push(...row.items);
  let settings = {};
  for (const row of rows) settings = { ...settings, ...row.settings };
  return [list, byId, flat, merged, collected, joined, pushed, total, piped, one];
}

export async function few(rows, data, text, ids, save) {
  for (const row of rows) for (const item of row.items) item.row = row;
  for (const row of rows) for (const kind of KINDS) row[kind] = 0;
  for (const a of KINDS) for (const b of KINDS) rows.push(a + b);
  for (const a of COLUMNS) for (const b of COLUMNS) rows.push(a + b);
  for (const a of ['x', 'y']) if (['x', 'y'].includes(a)) rows.push(a);
  for (const flag of process.argv) if (process.argv.includes(flag)) rows.push(flag);
  for (const row of rows) if (KINDS.includes(row.kind)) row.known = true;
  const known = new Set(ids);
  for (const row of rows) if (known.has(row.id)) row.known = true;
  for (const row of rows) if (ids.includes(row.id)) row.known = true;
  for (const row of rows) row.total = row.items.reduce((sum, item) => sum + item.price, 0);
  const parts = 'a,b,c'.split(',');
  for (const a of parts) for (const b of parts) rows.push(a + b);
  const [first] = rows;
  for (const a of first.tags) for (const b of rows[1].tags) a.add(b);
  return [data, text, save];
}

export async function once(rows, data, save, tokens) {
  for (const row of rows) if (row.broken) return rows.filter((other) => !other.broken);
  for (const row of rows) {
    if (row.isTotal) {
      for (const other of rows) row.total += other.price;
      break;
    }
  }
  for (const row of rows) if (row.broken) throw new Error(rows.map((other) => other.name).join());
  let level = rows;
  while (level.length > 0) {
    const next = [];
    for (const node of level) next.push(...node.children);
    level = next;
  }
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i] !== '"') continue;
    let j = i + 1;
    while (j < tokens.length && tokens[j] !== '"') j++;
    i = j;
  }
  for (let at = 0; at < rows.length; at += 100) {
    const batch = rows.slice(at, at + 100);
    for (const row of batch) row.batch = at;
  }
  for (const row of rows) row.total = rows.slice(0, 5).reduce((sum, other) => sum + other.price, 0);
  while (rows.length) {
    const row = rows.shift();
    if (row.parent) rows.push(row.parent);
  }
  for (const row of rows) row.later = () => rows.filter((other) => other.parent === row);
  return data;
}

export async function waiting(rows, save, load) {
  for (const row of rows) {
    const parent = rows.find((other) => other.id === row.parent);
    await save(row, parent);
  }
  for (const row of rows) {
    if (!row.changed) continue;
    const index = rows.indexOf(row.parent);
    if (index < 0) continue;
    await save(row, index);
  }
  for (const a of rows) for (const b of rows) await save(a, b);
  const done = [];
  for (const row of rows) {
    if (done.includes(row.module)) continue;
    await save(row);
    done.push(row.module);
  }
  const loaded = await Promise.all(rows.map((row) => load(row)));
  for (const a of loaded) if (loaded.includes(a.parent)) a.isChild = true;
  for (const row of rows) {
    const parent = rows.find((other) => other.id === row.parent);
    if (parent === undefined) await save(row);
  }
  await Promise.all(rows.map(async (row) => {
    await row.load();
    row.parent = rows.find((other) => other.id === row.parentId);
  }));
}

/** Told where the event loop is, not to who calls it. */
export function index(rows) {
  for (const a of rows) for (const b of rows) if (a.id === b.parent) a.child = b;
}

export async function callsIt(rows) {
  index(rows);
}

export class Board {
  columns = ['todo', 'doing', 'done'];
  cards = [];

  async link() {
    for (const card of this.cards) for (const other of this.cards) card.add(other);
    for (const a of this.columns) for (const b of this.columns) this.cards.push(a + b);
  }

  async clean(other) {
    this.cards.filter((card) => this.cards.some((one) => one.blocks === card));
    for (const card of this.cards) for (const foreign of other.cards) card.add(foreign);
  }
}
