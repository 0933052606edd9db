import { config, Settings } from "./settings";

export async function handler(settings: Settings, plain: { text: string }) {
  settings.text;
//^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (settings.ts)
  const { text } = plain;
  config.text;
//^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (settings.ts)
  Settings.home;
//^^^^^^^^^^^^^ blocking-chain node:fs.realpathSync via fs.realpathSync (settings.ts)
  settings.cached;
  settings.name;
  settings.cached();
//^^^^^^^^^^^^^^^ blocking-chain node:fs.readFileSync via fs.readFileSync (settings.ts)
  return text + plain.text;
}
