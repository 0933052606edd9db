import { rmSync } from 'node:fs';

export async function clean() {
  rmSync('outbox', { recursive: true, force: true });
}
