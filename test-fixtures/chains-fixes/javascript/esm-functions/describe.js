import { loadConfig as load } from "./config.js";

const port = () => load("settings.json").port;

const title = () => {
  const { name } = load("settings.json");
  return `${name}:${port()}`;
};

export async function describe() {
  return title();
}
