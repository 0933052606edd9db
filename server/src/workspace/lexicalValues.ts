/** Whether a text names a class as a value (makes one, extends it, hands it on), or only to declare something by it; without a parser. */

/** In JavaScript and TypeScript. Imports and exports hand it on under its own name, so that who makes one names it again. */
export function namesValue(text: string, name: string): boolean {
  const class_ = String.raw`(?:[\w$]+\s*\.\s*)*${name.replaceAll("$", "\\$")}(?![\w$])`;
  return new RegExp(
    [
      String.raw`\b(?:new|extends|return|default|await)\s+${class_}`,
      // An argument, an element, an assigned value, a branch.
      String.raw`[=([?]\s*${class_}`,
      String.raw`(?:=>|\|\||&&|\?\?)\s*${class_}`,
      String.raw`\([^()]*,\s*${class_}\s*[,)]`,
      // A property of an object.
      String.raw`(?:[=(,:?[]|=>|\breturn)\s*\{[^{}]*?\b${class_}\s*[,}]`,
      String.raw`${class_}\s*(?:as\b|\.|\()`,
    ].join("|"),
  ).test(text);
}

/** In Python. */
export function namesValuePython(text: string, name: string): boolean {
  return new RegExp(
    [
      String.raw`\b${name}\s*(?:\(|\.|as\b)`,
      String.raw`[=([{,]\s*(?:\w+\.)*${name}\s*[,)\]}\n]`,
      String.raw`\b(?:return|else|or|and|in|yield)\s+(?:\w+\.)*${name}\b`,
      String.raw`["']\s*:\s*(?:\w+\.)*${name}\b`,
      String.raw`=\s*(?:\w+\.)*${name}\b`,
    ].join("|"),
  ).test(text);
}
