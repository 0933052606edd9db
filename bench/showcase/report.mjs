/** What came out of the showcase, as text and as a picture. */

/** A table for a terminal, and under it what was rewritten. */
export function table(rows) {
  const head = ["", "p50", "p99", "longest", "others/s"];
  const lines = rows.flatMap(({ name, quick, before, after }) => [
    cells(`${name}, GET ${quick}, before`, before),
    cells("after", after),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column].length)));
  const format = (line) =>
    line.map((text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]))).join("  ");
  const details = rows.map(({ name, done, stayed }) => {
    const what = done.map((title) => `  ${title}`).join("\n");
    const left = stayed.map((message) => `  left: ${message}`).join("\n");
    return `${name}: ${done.length} fixes taken from the editor's menu\n${what}${left === "" ? "" : `\n${left}`}`;
  });
  return [format(head), ...lines.map(format), "", ...details].join("\n");
}

function cells(name, { p50, p99, max, answered }) {
  return [name, ...[p50, p99, max].map((value) => `${value} ms`), answered.toFixed(0)];
}

const WIDTH = 760;
const BAR = 26;
const LEFT = 190;
const COLOURS = { before: "#d9534f", after: "#2e9e5b" };

/** Bars of the p99 latency as an SVG document. */
export function picture(rows) {
  const most = Math.max(...rows.map(({ before }) => before.p99));
  const scale = (WIDTH - LEFT - 90) / most;
  const groups = rows.map(({ name, quick, before, after }, index) => {
    const top = 70 + index * (2 * BAR + 44);
    return [
      text(16, top + BAR + 4, name, "font-weight='600'"),
      text(16, top + BAR + 24, `GET ${quick}`, "fill='#666'"),
      bar(top, "before", before.p99, scale),
      bar(top + BAR + 4, "after", after.p99, scale),
    ].join("\n");
  });
  const height = 70 + rows.length * (2 * BAR + 44);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="15">
<rect width="100%" height="100%" fill="#fff"/>
${text(16, 32, "How long a request that needs no time waits, 99th percentile", "font-size='17' font-weight='600'")}
${groups.join("\n")}
</svg>
`;
}

function bar(top, kind, value, scale) {
  const width = Math.max(2, value * scale);
  return [
    `<rect x="${LEFT}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" rx="3" fill="${COLOURS[kind]}"/>`,
    text((LEFT + width + 8).toFixed(1), top + 18, `${value} ms`),
    text(LEFT - 60, top + 18, kind, "fill='#666'"),
  ].join("\n");
}

function text(x, y, content, attributes = "") {
  const escaped = content.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return `<text x="${x}" y="${y}" ${attributes}>${escaped}</text>`;
}
