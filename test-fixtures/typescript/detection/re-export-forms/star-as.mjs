export * as tools from './list.mjs';
