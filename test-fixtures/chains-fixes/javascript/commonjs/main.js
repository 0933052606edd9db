// fix: Make
// fixes: 1
const files = require("./files");
const { readText } = require("./files");
const readDefault = require("./reader");

async function main() {
  console.log(files.readText("a.txt").trim(), readText("a.txt").length);
  console.log(readDefault("a.txt"));
  try {
    files.readText("missing.txt");
  } catch (error) {
    console.log(error.code);
  }
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
