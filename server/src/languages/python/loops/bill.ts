/** Counting operations by class. */
import type { Operation } from "../../../core/facts";

export type Operations = Readonly<Partial<Record<Operation, number>>>;

export class Bill {
  readonly operations: Partial<Record<Operation, number>> = {};
  /** How often the loop inside that goes around most does so, all loops around it multiplied in. */
  rounds = 1;

  add(operation: Operation, times: number): void {
    this.operations[operation] = (this.operations[operation] ?? 0) + times;
  }

  addAll(operations: Operations, times: number): void {
    for (const [operation, count] of Object.entries(operations)) this.add(operation as Operation, count * times);
  }
}

export function sumOf(...all: readonly Operations[]): Operations {
  const bill = new Bill();
  for (const operations of all) bill.addAll(operations, 1);
  return bill.operations;
}

/** Each divided by `divisor`. */
export function dividedBy(operations: Operations, divisor: number): Operations {
  const bill = new Bill();
  bill.addAll(operations, 1 / divisor);
  return bill.operations;
}

export function totalOf(operations: Operations): number {
  return Object.values(operations).reduce((sum, count) => sum + count, 0);
}
