// run: tsc tsx
// fixes: 7
import { createHash } from "node:crypto";
import type { Weighted } from "./points.js";

export interface Point extends Weighted {
  x: number;
  y: number;
}

type Pair = readonly [number, number];

const ORIGIN: Point = { x: 1, y: 2, weight: 3 };

function fibonacci(n: number): number {
  return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
}

function distance({ x, y }: Point, to: number): number {
  return Math.abs(x - to) + Math.abs(y - to);
}

export async function sums(limit: number = 1e8): Promise<number> {
  let sum = 0;
  for (let i = 0; i < 2e9; i++) {
    if (i > limit) break;
    sum += i % 7;
  }
  return sum;
}

export async function nearest(points: Point[] = [ORIGIN, { x: 5, y: 9, weight: 1 }]): Promise<Point | undefined> {
  let best: Point | undefined;
  let least = Infinity;
  for (let i = 0; i < 2e7; i++) {
    for (const point of points) {
      const found = distance(point, i % 50);
      if (found < least) [best, least] = [point, found];
    }
  }
  return best;
}

export async function recursion(): Promise<string> {
  return fibonacci(37).toFixed(1);
}

export async function recursionKept(n: number = 37): Promise<number> {
  const value = fibonacci(n);
  return value + 1;
}

export async function collects(): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (let i = 0; i < 8e6; i++) {
    const key: string = i % 3 === 0 ? "third" : "other";
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

export async function hashes(seed: string = "seed"): Promise<string> {
  let hash = seed;
  for (let i = 0; i < 1e8; i++) if (i % 1e7 === 1) hash = createHash("sha256").update(hash).digest("hex");
  return hash;
}

export async function typed(weighted: Weighted = ORIGIN): Promise<Pair> {
  let most!: number;
  for (let i = 0; i < 1e8; i++) {
    const value: number = (i * weighted.weight) % 1009;
    if (i === 0 || value > most) most = value;
  }
  return [most, weighted.weight];
}
