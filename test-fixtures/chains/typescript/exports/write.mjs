import fs from "node:fs";

const write = (path) => fs.writeFileSync(path, "");

export { write as default };
