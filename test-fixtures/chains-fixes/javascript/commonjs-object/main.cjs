// fix: Make
// fixes: 4
const store = require("./store.cjs");

async function main() {
  store.save("out.txt", "text");
  console.log(store.load("out.txt"));
  store.remove("out.txt");
  console.log(store.exists("out.txt"));
}

main();
