/** Prints nanoseconds of one operation of each class on this Node.js, as JSON. Loop overhead is subtracted. */
const COUNT = 10_000_000;
const REPEATS = 7;

const SETUP = `
const point = { x: 1, move(value) { this.x = value & 7; } };
const xs = [1, 2, 3, 4, 5, 6, 7, 8];
const table = new Map([[1, 1], [2, 2], [3, 3]]);
let sink = 0, kept, a = 12345, f = 1.5;
`;

/** One operation a line, or two, whose result is kept so that it isn't left out. */
const STATEMENTS = {
  arithmetic: [
    "sink += i",
    "sink = i * 3 | 0",
    "sink += i % 7",
    "f += 0.5",

    "if (i < a) sink = 1",
    "f = (f * 31 + i) | 0",
    "f += i",
  ],
  access: ["sink = xs[i & 7]", "point.x = i", "xs[i & 7] = i", "sink = table.get(i & 3)", "sink = xs.length"],
  call: ["point.move(i)", "sink = Math.sqrt(i)", "sink = xs.at(-1)", "sink = xs.indexOf(2)", "sink = parse(i)"],
  allocation: ["kept = { x: i }", "kept = [i, a]", "kept = () => i", "kept = `${i}`", "kept = String(i)"],
};

/** A function that isn't put in place of its call. */
const HELPERS = `const parse = new Function("i", "try { return i & 15 ? i : eval('1') } catch { return 0 }");`;

/** What native code walks through. */
const WALKS = {
  element: [
    "Array.from({ length: n })",
    "values.map((value) => value + 1)",
    "values.reduce((sum, value) => sum + value, 0)",
    "values.filter((value) => value > 5)",
    "new Set(values)",
    "values.slice()",
    "values.join()",
  ],
  sorted: ["shuffled.slice().sort((x, y) => x - y)"],
};

const ELEMENTS = 1_000_000;

/** Nanoseconds that the median run of a loop over `statement` takes each time around. */
function nanosecondsOf(statement, count) {
  const source = `${HELPERS}return (n) => { ${SETUP} for (let i = 0; i < n; i++) { ${statement}; } return [sink, kept, f, a]; };`;
  const run = new Function(source)();
  return medianTime(() => run(count)) / count;
}

function nanosecondsOfWalk(expression) {
  const values = Array.from({ length: ELEMENTS }, (_, index) => index);
  const shuffled = values.map((value) => (value * 7_919) % ELEMENTS);
  const walk = new Function("values", "shuffled", "n", `return ${expression};`);
  return medianTime(() => walk(values, shuffled, ELEMENTS)) / ELEMENTS;
}

function medianTime(run) {
  run();
  return median(
    Array.from({ length: REPEATS }, () => {
      const start = process.cpuUsage().user;
      run();
      return (process.cpuUsage().user - start) * 1e3;
    }),
  );
}

/** Of what lines cost: it is wrong by the smallest factor for all of them. What the compiler leaves out costs next to nothing. */
function geometricMean(numbers) {
  const logarithms = numbers.map((number) => Math.log(Math.max(number, 0.05)));
  return Math.exp(logarithms.reduce((sum, one) => sum + one, 0) / numbers.length);
}

function median(numbers) {
  return numbers.toSorted((x, y) => x - y)[numbers.length >> 1];
}

const iteration = nanosecondsOf("", COUNT * 10);
const costs = { iteration };
for (const [operation, statements] of Object.entries(STATEMENTS))
  costs[operation] = geometricMean(statements.map((one) => nanosecondsOf(one, COUNT) - iteration));
for (const [operation, walks] of Object.entries(WALKS)) costs[operation] = median(walks.map(nanosecondsOfWalk));
console.log(JSON.stringify({ version: `Node.js ${process.versions.node}`, costs }));
