import fs from 'node:fs';
import http from 'node:http';

http.createServer().on('request', (request, response) => response.end(fs.readFileSync('index.html')));
//                                                                    ^^^^^^^^^^^^^^^ no-fix: async
setTimeout(function () {
  fs.rmSync('cache');
//^^^^^^^^^ no-fix: async
}, 1000);
export const load = async () => fs.promises.readFile('x').then((text) => fs.writeFileSync('copy', text));
//                                                                       ^^^^^^^^^^^^^^^^ no-fix: async
