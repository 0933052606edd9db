/** Modules of Node.js: what isn't catalogued of them is no code of ours. */
const NODE_MODULES =
  /^(node:.*|(assert|async_hooks|buffer|child_process|cluster|console|constants|crypto|dgram|dns|domain|events|fs|http2?|https|inspector|module|net|os|path|perf_hooks|process|punycode|querystring|readline|repl|stream|string_decoder|timers|tls|tty|url|util|v8|vm|wasi|worker_threads|zlib)(\/.*)?)$/;

/** Whether a specifier names a module of Node.js. */
export function isNodeModule(specifier: string): boolean {
  return NODE_MODULES.test(specifier);
}
