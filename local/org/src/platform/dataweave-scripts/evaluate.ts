/** Runs a script's expressions over its inputs. */
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { coerced } from "./coerce.ts";
import { lacking, ScriptFailure } from "./failure.ts";
import { FUNCTIONS, TAKES_FUNCTION } from "./functions.ts";
import type { BinaryOperator, Case, Entry, Expression, Script } from "./syntax.ts";
import {
  type FunctionValue,
  isArray,
  ObjectValue,
  type Pair,
  textOf,
  typeOf,
  type Value,
} from "./value.ts";

type Scope = ReadonlyMap<string, Value>;

/** @throws ScriptFailure, and GapReached where it comes to what this org lacks */
export function runScript(script: Script, inputs: ReadonlyMap<string, Value>): Value {
  const scope = new Map<string, Value>(inputs);
  // Functions may call each other, whichever is declared first.
  for (const { name, value } of script.declarations) scope.set(name, evaluate(value, scope));
  return evaluate(script.body, scope);
}

function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.kind) {
    case "literal":
      return expression.value;
    case "number":
      return ApexDecimal.parse(expression.text);
    case "regex":
      return new RegExp(expression.pattern, "u");
    case "name":
      return named(expression.name, scope);
    case "array":
      return expression.items.map((item) => evaluate(item, scope));
    case "object":
      return new ObjectValue(pairsOf(expression.entries, scope));
    case "member":
      return member(evaluate(expression.target, scope), expression.name);
    case "element":
      return element(evaluate(expression.target, scope), evaluate(expression.index, scope));
    case "call":
      return call(expression.callee, expression.arguments, scope);
    case "not":
      return !isTrue(evaluate(expression.operand, scope));
    case "negative":
      return numberOf(evaluate(expression.operand, scope)).negate();
    case "binary":
      return binary(expression.operator, expression.left, expression.right, scope);
    case "as":
      return coerced(
        evaluate(expression.value, scope),
        expression.type,
        new ObjectValue(pairsOf(expression.properties, scope)),
      );
    case "lambda":
      return (...given) =>
        evaluate(
          expression.body,
          new Map([
            ...scope,
            ...expression.parameters.map((name, index) => [name, given[index] ?? null] as const),
          ]),
        );
    case "if":
      return evaluate(
        isTrue(evaluate(expression.condition, scope)) ? expression.then : expression.otherwise,
        scope,
      );
    case "match":
      return matched(evaluate(expression.value, scope), expression.cases, scope);
  }
}

function named(name: string, scope: Scope): Value {
  const value = scope.get(name);
  if (value !== undefined) return value;
  return FUNCTIONS[name] ?? lacking(`the name ${name}`);
}

function call(name: string, given: readonly Expression[], scope: Scope): Value {
  const callee = named(name, scope);
  if (typeof callee !== "function") return lacking(`a call of ${name}`);
  const isOurs = !scope.has(name);
  const values = given.map((expression, index) =>
    isOurs && index === 1 && TAKES_FUNCTION.has(name) && expression.kind !== "lambda"
      ? unnamed(expression, scope)
      : evaluate(expression, scope),
  );
  return callee(...values);
}

/** `payload map $.name`: an expression as a function of `$`, `$$` and `$$$`; what it comes to may be a function itself. */
function unnamed(expression: Expression, scope: Scope): FunctionValue {
  return (...given) => {
    const own = new Map([
      ...scope,
      ...given.map((value, index) => ["$".repeat(index + 1), value] as const),
    ]);
    const value = evaluate(expression, own);
    return typeof value === "function" ? value(...given) : value;
  };
}

function pairsOf(entries: readonly Entry[], scope: Scope): readonly Pair[] {
  return entries.flatMap((entry): readonly Pair[] => {
    if (entry.kind === "spread") return spread(evaluate(entry.value, scope));
    return [
      {
        key: textOf(evaluate(entry.key, scope)),
        attributes: pairsOf(entry.attributes, scope),
        value: evaluate(entry.value, scope),
      },
    ];
  });
}

function spread(value: Value): readonly Pair[] {
  if (value === null) return [];
  if (value instanceof ObjectValue) return value.pairs;
  return isArray(value) ? value.flatMap(spread) : lacking(`pairs of ${typeOf(value)}`);
}

/** Of an array, the members of all its objects that have one. Source: DataWeave Language Guide, "Selectors". */
function member(target: Value, name: string): Value {
  if (target instanceof ObjectValue) return target.get(name);
  if (!isArray(target)) return null;
  return target.flatMap((item) =>
    item instanceof ObjectValue && item.pairs.some(({ key }) => key === name)
      ? [item.get(name)]
      : [],
  );
}

function element(target: Value, index: Value): Value {
  if (target instanceof ObjectValue && typeof index === "string") return target.get(index);
  if (isArray(target) && index instanceof ApexDecimal) return target.at(index.toNumber()) ?? null;
  return target === null ? null : lacking(`an element of ${typeOf(target)}`);
}

function matched(value: Value, cases: readonly Case[], scope: Scope): Value {
  for (const { pattern, result } of cases) {
    const found = foundBy(pattern, value, scope);
    if (found !== null) return evaluate(result, new Map([...scope, ["$", found.value]]));
  }
  return lacking("a match without a case");
}

/** What `$` is in the case; null where it is not the one. */
function foundBy(
  pattern: Case["pattern"],
  value: Value,
  scope: Scope,
): { readonly value: Value } | null {
  if (pattern === null) return { value };
  const wanted = evaluate(pattern.value, scope);
  if (pattern.kind === "equals") return isEqual(value, wanted) ? { value } : null;
  if (!(wanted instanceof RegExp) || typeof value !== "string") return null;
  const groups = new RegExp(`^(?:${wanted.source})$`, "u").exec(value);
  return groups === null ? null : { value: [...groups].map((group) => group as string | null) };
}

function binary(
  operator: BinaryOperator,
  left: Expression,
  right: Expression,
  scope: Scope,
): Value {
  const first = evaluate(left, scope);
  const second = (): Value => evaluate(right, scope);
  switch (operator) {
    case "and":
      return isTrue(first) && isTrue(second());
    case "or":
      return isTrue(first) || isTrue(second());
    case "default":
      return first ?? second();
    case "==":
      return isEqual(first, second());
    case "!=":
      return !isEqual(first, second());
    case "++":
      return joined(first, second());
    case ">>":
      return shifted(first, second());
    case "<":
    case "<=":
    case ">":
    case ">=":
      return isInOrder(operator, first, second());
    case "+":
    case "-":
    case "*":
    case "/":
      return calculated(operator, numberOf(first), numberOf(second()));
  }
}

function calculated(operator: "+" | "-" | "*" | "/", a: ApexDecimal, b: ApexDecimal): ApexDecimal {
  switch (operator) {
    case "+":
      return a.plus(b);
    case "-":
      return a.plus(b.negate());
    case "*":
      return a.times(b);
    case "/":
      if (b.toNumber() === 0) throw new ScriptFailure("Division by zero");
      return a.dividedBy(b);
  }
}

function isInOrder(operator: "<" | "<=" | ">" | ">=", a: Value, b: Value): boolean {
  const order =
    typeof a === "string" && typeof b === "string"
      ? a < b
        ? -1
        : Number(a > b)
      : numberOf(a).compare(numberOf(b));
  if (operator.startsWith("<")) return operator === "<" ? order < 0 : order <= 0;
  return operator === ">" ? order > 0 : order >= 0;
}

function joined(a: Value, b: Value): Value {
  if (isArray(a) && isArray(b)) return [...a, ...b];
  if (a instanceof ObjectValue && b instanceof ObjectValue)
    return new ObjectValue([...a.pairs, ...b.pairs]);
  return `${textOf(a)}${textOf(b)}`;
}

/** Moments are of no zone here: only the one in which they are shown already changes nothing. */
function shifted(moment: Value, zone: Value): Value {
  if (!(moment instanceof ApexDatetime)) return lacking(`>> of ${typeOf(moment)}`);
  return zone === "UTC" || zone === "GMT" ? moment : lacking(`the zone ${textOf(zone)}`);
}

function isEqual(a: Value, b: Value): boolean {
  if (a instanceof ApexDecimal && b instanceof ApexDecimal) return a.compare(b) === 0;
  return a === b || (typeOf(a) === typeOf(b) && JSON.stringify(a) === JSON.stringify(b));
}

function isTrue(value: Value): boolean {
  return typeof value === "boolean" ? value : lacking(`${typeOf(value)} as a condition`);
}

function numberOf(value: Value): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  const number = coerced(value, "Number", new ObjectValue([]));
  return number instanceof ApexDecimal ? number : lacking(`a number made of ${typeOf(value)}`);
}
