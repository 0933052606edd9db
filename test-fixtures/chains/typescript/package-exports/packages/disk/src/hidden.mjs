import fs from "node:fs";

export const hidden = (path) => fs.rmSync(path);
