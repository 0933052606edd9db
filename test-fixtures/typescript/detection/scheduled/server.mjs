// With "contexts": "callbacks", what runs later on the event loop counts too.
import fs from 'node:fs';
import http from 'node:http';
import express from 'express';

const app = express();
app.get('/', (request, response) => response.end(fs.readFileSync('index.html')));
//                                               ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync warning
app.use(function (request, response, next) {
  if (fs.existsSync('maintenance')) response.end();
  //  ^^^^^^^^^^^^^ blocking-call node:fs.existsSync hint
  else next();
});
setInterval(() => fs.rmSync('cache'), 1000);
//                ^^^^^^^^^ blocking-call node:fs.rmSync
process.nextTick(() => fs.writeFileSync('pid', ''));
//                     ^^^^^^^^^^^^^^^^ blocking-call node:fs.writeFileSync
fetch('/').then((response) => fs.writeFileSync('page', response));
//                            ^^^^^^^^^^^^^^^^ blocking-call node:fs.writeFileSync
http.createServer().on('request', (request, response) => {
  response.end([1].map(() => fs.readFileSync('x')));
  //                         ^^^^^^^^^^^^^^^ blocking-call node:fs.readFileSync
});
process.on('exit', () => fs.rmSync('pid'));
process.on('SIGTERM', () => fs.rmSync('pid'));
const declared = () => fs.readFileSync('x');
export { declared };
