import { execSync } from 'node:child_process';
export const commands = { run: execSync, stop() {} };
