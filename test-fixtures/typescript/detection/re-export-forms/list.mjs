import { gzipSync } from 'node:zlib';
const squeeze = gzipSync;
export { squeeze as pack };
