// What each time around calls something that computes noticeably long, and gives nothing else a turn.
import { setImmediate as breathe } from "node:timers/promises";
import { Ajv } from "ajv";
import * as cheerio from "cheerio";
import { JSDOM } from "jsdom";
import yaml from "js-yaml";
import MarkdownIt from "markdown-it";
import { marked } from "marked";

const markdown = new MarkdownIt();

export async function pages(texts, schemas) {
  const html = [];
  for (const text of texts) html.push(marked.parse(text));
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  const titles = texts.map((text) => new JSDOM(text).window.document.title);
  //             ^^^^^^^^^ heavy-loop heavy-loop information
  const rendered = texts.map((text) => `<p>${markdown.render(text)}</p>`);
  //               ^^^^^^^^^ heavy-loop heavy-loop information
  for (const schema of schemas) new Ajv().compile(schema);
//<  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ heavy-loop heavy-loop information
  texts.forEach((text) => html.push(cheerio.load(text).text()));
//<  ^^^^^^^^^^^^^ heavy-loop heavy-loop information
  for (const text of texts) {
    html.push(yaml.load(text));
    await breathe();
  }
  for (const text of texts) {
    for (const part of text.split("\n")) {
      await breathe();
      html.push(marked.parse(part));
    }
  }
  await Promise.all(texts.map(async (text) => marked.parse(text)));
  const { footnotes } = markdown.options;
  for (const text of footnotes) html.push(marked.parse(text));
  for (const key of Object.keys(schemas)) new Ajv().compile(schemas[key]);
  for (const text of texts) html.push(text.trim());
  const sizes = texts.map((text) => html.push(text));
  const later = texts.map((text) => () => marked.parse(text));
  marked.parse(texts[0]);
  return { html, titles, rendered, sizes, later };
}

export function synchronous(texts) {
  return texts.map((text) => marked.parse(text));
}
