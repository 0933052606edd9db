/** What is heavy for what it is given. */
export function sumOfSquares(values: readonly number[]): number {
  return values.reduce((total, value) => total + value ** 2, 0);
}

export function countTo(limit: number, step = 1): number {
  let total = 0;
  for (let i = 0; i < limit; i++) total += step;
  return total;
}

export const largest = (rows: readonly number[]): number => {
  let most = 0;
  for (let i = 0; i < rows.length; i++) most = Math.max(most, rows[i] ?? 0);
  return most;
};

export function firstEven(values: readonly number[]): number | undefined {
  for (const value of values) if (value % 2 === 0) return value;
  return undefined;
}

export function shortened(values: number[]): number {
  values = values.slice(0, 10);
  let total = 0;
  for (const value of values) total += value;
  return total;
}

export function throughAnother(values: readonly number[]): number {
  return sumOfSquares(values);
}
