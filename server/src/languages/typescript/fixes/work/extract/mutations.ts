/** What a unit does to objects that it didn't make: changes them in place, calls methods on them, hands them on. */
import { ts } from "ts-morph";
import { resolveName } from "../../../scopes";
import { isFunction } from "../../../functions";
import { allNodes } from "../find";
import { isMemberName, useOf } from "../shared";

export interface Mutation {
  /** Variables whose objects, or what these hold, are changed. */
  readonly changed: ReadonlySet<ts.Symbol>;
  /** Variables, and the first method that isn't one of data. */
  readonly methods: ReadonlyMap<ts.Symbol, string>;
  /** Variables whose objects are given to functions, and these. */
  readonly given: ReadonlyMap<ts.Symbol, string>;
}

const CHANGING =
  /^(?:add|clear|copyWithin|delete|fill|pop|push|reverse|set|shift|sort|splice|unshift|set(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|Time|UTC\w+|(?:Ui|I)nt(?:8|16|32)|Float(?:32|64)|Big(?:Ui|I)nt64))$/;

/** Of arrays, strings, maps, sets, typed arrays, dates, regular expressions and numbers. */
export const OF_DATA =
  /^(?:at|charAt|charCodeAt|codePointAt|concat|endsWith|entries|every|exec|filter|find|findIndex|findLast|findLastIndex|flat|flatMap|forEach|get|get(?:Date|Day|FullYear|Hours|Milliseconds|Minutes|Month|Seconds|Time|TimezoneOffset|UTC\w+|(?:Ui|I)nt(?:8|16|32)|Float(?:32|64)|Big(?:Ui|I)nt64)|has|hasOwnProperty|includes|indexOf|join|keys|lastIndexOf|localeCompare|map|match|matchAll|normalize|padEnd|padStart|reduce|reduceRight|repeat|replace|replaceAll|search|slice|some|split|startsWith|subarray|substring|substr|test|toFixed|toISOString|toJSON|toLowerCase|toPrecision|toReversed|toSorted|toSpliced|toString|toUpperCase|trim|trimEnd|trimStart|valueOf|values|with)$/;

/** Functions of the language that only look at what they are given. */
const LOOKING =
  /^(?:Math\.\w+|Number(?:\.\w+)?|String(?:\.\w+)?|Boolean|BigInt|parseInt|parseFloat|isNaN|isFinite|JSON\.stringify|Object\.(?:keys|values|entries|hasOwn)|Array\.(?:from|isArray|of)|structuredClone|console\.\w+|(?:new )?(?:Map|Set|Array|Date|RegExp|Error|RangeError|TypeError|\w+Array))$/;

export function mutatedIn(unit: ts.Node): Mutation {
  const aliases = aliasesIn(unit);
  const changed = new Set<ts.Symbol>();
  const methods = new Map<ts.Symbol, string>();
  const given = new Map<ts.Symbol, string>();
  const rootsOf = (expression: ts.Node): readonly ts.Symbol[] => {
    const root = rootSymbol(expression);
    return root === undefined ? [] : [root, ...(aliases.get(root) ?? [])];
  };
  for (const node of [unit, ...allNodes(unit)]) {
    if ((ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) && useOf(node) !== "read")
      for (const root of rootsOf(node.expression)) changed.add(root);
    if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) continue;
    const callee = node.expression;
    if (ts.isPropertyAccessExpression(callee)) {
      const { text } = callee.name;
      for (const root of rootsOf(callee.expression)) {
        if (CHANGING.test(text)) changed.add(root);
        else if (!OF_DATA.test(text) && !methods.has(root)) methods.set(root, text);
      }
    } else for (const root of rootsOf(callee)) methods.set(root, "()");
    const name = callee.getText();
    if (LOOKING.test(name) || (ts.isPropertyAccessExpression(callee) && OF_DATA.test(callee.name.text))) continue;
    for (const argument of node.arguments ?? []) {
      const inner = ts.isSpreadElement(argument) ? argument.expression : argument;
      // What is put into an object of the unit stays what it is.
      if (ts.isPropertyAccessExpression(callee) && CHANGING.test(callee.name.text)) continue;
      for (const root of rootsOf(inner))
        given.set(root, ts.isPropertyAccessExpression(callee) ? callee.name.text : name);
    }
  }
  return { changed, methods, given };
}

/** Variables that may hold what others hold, or a part of it: `const row = rows[i]`, `for (const row of rows)`. */
function aliasesIn(unit: ts.Node): ReadonlyMap<ts.Symbol, ReadonlySet<ts.Symbol>> {
  const sources = new Map<ts.Symbol, Set<ts.Symbol>>();
  const add = (name: ts.Node, from: ts.Node): void => {
    const root = rootSymbol(from);
    if (root === undefined) return;
    for (const one of [name, ...allNodes(name)]) {
      const symbol = ts.isIdentifier(one) && !isMemberName(one) ? resolveName(one.text, one) : undefined;
      if (symbol === undefined || symbol === root) continue;
      sources.set(symbol, (sources.get(symbol) ?? new Set()).add(root));
    }
  };
  for (const node of [unit, ...allNodes(unit)]) {
    if (ts.isVariableDeclaration(node) && node.initializer !== undefined) add(node.name, node.initializer);
    else if (ts.isForOfStatement(node))
      add(
        ts.isVariableDeclarationList(node.initializer)
          ? (node.initializer.declarations[0]?.name ?? node)
          : node.initializer,
        node.expression,
      );
    else if (
      ts.isBinaryExpression(node) &&
      node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isIdentifier(node.left)
    )
      add(node.left, node.right);
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      for (const argument of node.arguments)
        if (isFunction(argument))
          for (const parameter of argument.parameters) add(parameter.name, node.expression.expression);
    }
  }
  return closure(sources);
}

function closure(
  sources: ReadonlyMap<ts.Symbol, ReadonlySet<ts.Symbol>>,
): ReadonlyMap<ts.Symbol, ReadonlySet<ts.Symbol>> {
  return new Map(
    [...sources.keys()].map((symbol) => {
      const all = new Set<ts.Symbol>();
      const pending = [symbol];
      for (const one of pending) {
        for (const source of sources.get(one) ?? []) {
          if (all.has(source)) continue;
          all.add(source);
          pending.push(source);
        }
      }
      return [symbol, all];
    }),
  );
}

/** The variable that an object is reached from: `rows` for `rows[i].cells.at(0)`. */
function rootSymbol(expression: ts.Node): ts.Symbol | undefined {
  let node = expression;
  for (;;) {
    if (ts.isIdentifier(node)) return resolveName(node.text, node);
    if (
      ts.isPropertyAccessExpression(node) ||
      ts.isElementAccessExpression(node) ||
      ts.isNonNullExpression(node) ||
      ts.isParenthesizedExpression(node) ||
      ts.isAsExpression(node) ||
      ts.isSatisfiesExpression(node)
    )
      node = node.expression;
    else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression))
      node = node.expression.expression;
    else if (ts.isBinaryExpression(node) && /^(?:\|\||\?\?|&&)$/.test(node.operatorToken.getText())) node = node.left;
    else return undefined;
  }
}
