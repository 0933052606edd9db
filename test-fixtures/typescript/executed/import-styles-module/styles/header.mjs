#!/usr/bin/env node
/**
 * Reads one file.
 * @license MIT
 */
'use strict';

// The modules below are Node.js's own.
import { readFileSync } from 'node:fs';
import os from 'node:os';

export async function read(path) {
  return [readFileSync(path, 'utf8'), typeof os.EOL];
}
