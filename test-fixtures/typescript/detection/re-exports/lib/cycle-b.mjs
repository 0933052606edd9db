export * from './cycle-a.mjs';
export { unlinkSync as ping } from 'node:fs';
