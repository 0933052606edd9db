import fs from "node:fs";

export default function (path) {
  return fs.readFileSync(path, "utf8");
}

function readdir(path) {
  return fs.readdirSync(path);
}

export { readdir as list };

export const remove = (path) => fs.promises.unlink(path);
