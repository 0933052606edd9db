// fix: Make
// fixes: 4
const { readConfig } = require("./config");
const config = require("./config");

/** Called in a callback, and handed to `map` as it is. */
async function merged(names) {
  const texts = names.map(readConfig);
  const again = names.map((name) => readConfig(name).length);
  const known = names.filter(config.isKnown);
  names.forEach(config.touch);
  return { texts, again, known };
}

function sizes(names) {
  return names.map(config.sizeOf);
}

async function main() {
  console.log(await merged(["a.txt", "b.txt"]));
  console.log(sizes(["a.txt", "b.txt"]));
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
