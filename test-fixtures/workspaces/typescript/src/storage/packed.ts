export { gunzipSync, gzipSync as pack } from "node:zlib";
