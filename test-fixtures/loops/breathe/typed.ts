// rewrites: 4

function isPrime(n: number): boolean {
  for (let d = 2; d * d <= n; d++) if (n % d === 0) return false;
  return n > 1;
}

export async function primes(): Promise<number> {
  let primes = 0;
  for (let i = 2; i < 6e7; i++) {
    if (i < 400_000 && isPrime(i)) primes++;
    else primes ^= i & 1;
  }
  return primes;
}

export async function longest(): Promise<{ longest: number; of: number }> {
  let longest = 0;
  let of = 0;
  for (let i = 1; i < 250_000; i++) {
    let steps = 0;
    for (let n = i; n > 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps++;
    for (let n = 0; n < 1000; n++) steps ^= n;
    if (steps > longest) [longest, of] = [steps, i];
  }
  return { longest, of };
}

export async function bounded(): Promise<number> {
  const bound: number = 3e8;
  let sum = 0;
  for (let i = 0; i < 3e8; i++) sum += i & bound;
  return sum;
}

export async function waits(): Promise<boolean> {
  const deadline: number = Date.now() + 100;
  while (Date.now() < deadline);
  return Date.now() >= deadline;
}
