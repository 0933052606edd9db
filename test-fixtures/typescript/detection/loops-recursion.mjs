// Functions that call themselves: exponential without kept results, linear along a tree.
import memoize from 'memoize';

function fib(n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

const ways = (steps) => {
  if (steps === 0) return 1;
  if (steps < 0) return 0;
  return ways(steps - 1) + ways(steps - 2) + ways(steps - 3);
};

function knapsack(items, index, room) {
  if (index === items.length) return 0;
  const without = knapsack(items, index + 1, room);
  if (items[index].weight > room) return without;
  return Math.max(without, items[index].value + knapsack(items, index + 1, room - items[index].weight));
}

function hanoi(discs, from, to, by, moves) {
  if (discs === 0) return;
  hanoi(discs - 1, from, by, to, moves);
  moves.push([from, to]);
  hanoi(discs - 1, by, to, from, moves);
}

class Paths {
  count(x, y) {
    if (x === 0 || y === 0) return 1;
    return this.count(x - 1, y) + this.count(x, y - 1);
  }
}

const kept = new Map();
function cachedFib(n) {
  if (n < 2) return n;
  const known = kept.get(n);
  if (known !== undefined) return known;
  const value = cachedFib(n - 1) + cachedFib(n - 2);
  kept.set(n, value);
  return value;
}

const memoized = memoize((n) => (n < 2 ? n : memoized(n - 1) + memoized(n - 2)));

const table = [];
function tableFib(n) {
  return (table[n] ??= n < 2 ? n : tableFib(n - 1) + tableFib(n - 2));
}

function depth(node, level) {
  if (node === null) return level;
  return Math.max(depth(node.left, level + 1), depth(node.right, level + 1));
}

function visit(node, level) {
  return node.children.map((child) => visit(child, level + 1));
}

function collatz(n) {
  if (n % 2 === 0) return collatz(n - 1);
  return collatz(n - 2);
}

function search(list, from, to) {
  const middle = (from + to) >> 1;
  if (list[middle] < 0) search(list, middle + 1, to);
  else search(list, from, middle - 1);
}

function sort(list, from, to) {
  if (from >= to) return;
  const middle = (from + to) >> 1;
  sort(list, from, middle);
  sort(list, middle + 1, to);
}

function flood(grid, x, y) {
  if (grid[y]?.[x] !== 0) return;
  grid[y][x] = 1;
  flood(grid, x + 1, y);
  flood(grid, x - 1, y);
  flood(grid, x, y + 1);
}

function factorial(n) {
  return n < 2 ? 1 : n * factorial(n - 1);
}

export async function handler(request, grid, node) {
  fib(request.n);
//<  ^^^ blocking-chain heavy-loop warning
  ways(request.n);
//<  ^^^^ blocking-chain heavy-loop warning
  knapsack(request.items, 0, 100);
//<  ^^^^^^^^ blocking-chain heavy-loop warning
  hanoi(request.n, 'a', 'b', 'c', []);
//<  ^^^^^ blocking-chain heavy-loop warning
  new Paths().count(16, 16);
  //          ^^^^^ blocking-chain heavy-loop warning
  cachedFib(request.n);
  memoized(request.n);
  tableFib(request.n);
  depth(node, 0);
  visit(node, 0);
  collatz(request.n);
  search(request.items, 0, 10);
  sort(request.items, 0, 10);
  flood(grid, 0, 0);
  factorial(request.n);
}
