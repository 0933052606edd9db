export * from './cycle-b.mjs';
