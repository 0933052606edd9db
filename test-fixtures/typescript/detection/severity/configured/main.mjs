import fs from 'node:fs';
import { pbkdf2Sync } from 'node:crypto';
import { execSync } from 'node:child_process';
import { Client } from 'our-sdk';

export async function main(client = new Client()) {
  fs.existsSync('x');
  fs.readdirSync('x');
  pbkdf2Sync('a', 'b', 1, 1, 'sha1');
  fs.readFileSync('x');
//^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync information
  execSync('ls');
//^^^^^^^^ blocking-call node:child_process.execSync error
  client.callSync();
//^^^^^^^^^^^^^^^ blocking-call our-sdk.Client#callSync warning
}
