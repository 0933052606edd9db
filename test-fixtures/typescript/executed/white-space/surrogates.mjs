import { readFileSync } from 'node:fs';

const 𝒫 = '👩‍👩‍👧‍👦 before the call';

export const read = async (path) => [𝒫.length, '🎉', readFileSync(path, 'utf8').length, '🎉'];
