const kept: (() => void)[] = [];

export function timed<T>(work: () => T): T {
  const start = Date.now();
  try {
    return work();
  } finally {
    console.log(Date.now() - start);
  }
}

export const twice = (work: () => void) => {
  timed(work);
  [1].forEach(() => work());
};

export function each(values: string[], work: (value: string) => void) {
  for (const value of values) work(value);
}

export class Runner {
  constructor(work: () => void) {
    timed(work);
  }
}

export function hand(work: () => void) {
  kept.push(work);
}
