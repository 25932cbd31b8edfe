/** What a formula's compiler refuses, in its own words, and the kind of value the formula gives. */
import type { FormulaFunction, Parameter } from "./functions/function.ts";
import { formulaFunction } from "./functions/index.ts";
import { FormulaFailure, type FormulaNode, type Operator } from "./syntax.ts";
import type { FormulaKind } from "./value.ts";

const NAMES: Readonly<Record<FormulaKind, string>> = {
  number: "Number",
  text: "Text",
  boolean: "Boolean",
  date: "Date",
  datetime: "DateTime",
  time: "Time",
  location: "Geolocation",
  picklist: "Picklist",
  multipicklist: "Multi-select Picklist",
  null: "Null",
  any: "Object",
};

/** As the platform's messages name a type. */
function kindName(kind: FormulaKind): string {
  return NAMES[kind];
}

/**
 * `kindOf` gives the kind of an identifier and throws for one that does not exist.
 * @throws FormulaFailure with the platform's message
 */
export function checkNode(
  node: FormulaNode,
  kindOf: (identifier: string) => FormulaKind,
): FormulaKind {
  switch (node.kind) {
    case "number":
    case "text":
    case "boolean":
    case "null":
      return node.kind;
    case "name":
      return kindOf(node.name);
    case "operator":
      return checkOperator(
        node.operator,
        node.operands.map((operand) => checkNode(operand, kindOf)),
      );
    case "call": {
      const known = formulaFunction(node.name);
      if (known === undefined)
        throw new FormulaFailure(`Unknown function ${node.name}. Check spelling.`);
      const kinds = node.arguments.map((argument) => checkNode(argument, kindOf));
      checkCount(node.name, known, kinds.length);
      for (const [at, kind] of kinds.entries())
        checkKind(`function '${node.name}()'`, parameterAt(known, at), kind);
      return known.returns(kinds);
    }
  }
}

function checkCount(name: string, known: FormulaFunction, given: number): void {
  const { parameters, optional, repeated } = known;
  const least = parameters.length - optional;
  const isTooMany = repeated === 0 && given > parameters.length;
  const isUneven = repeated > 0 && given > least && (given - least) % repeated !== 0;
  if (given >= least && !isTooMany && !isUneven) return;
  const expected = isTooMany ? parameters.length : isUneven ? given - 1 : least;
  throw new FormulaFailure(
    `Incorrect number of parameters for function '${name}()'. Expected ${expected}, received ${given}`,
  );
}

function parameterAt({ parameters, repeated }: FormulaFunction, at: number): Parameter {
  if (at < parameters.length || repeated === 0) return parameters[at] ?? [];
  const first = parameters.length - repeated;
  return parameters[first + ((at - first) % repeated)] ?? [];
}

function checkKind(what: string, expected: Parameter, given: FormulaKind): void {
  if (given === "null" || given === "any" || expected.includes(given)) return;
  throw new FormulaFailure(
    `Incorrect parameter type for ${what}. Expected ${expected.map(kindName).join(", ")}, received ${kindName(given)}`,
  );
}

const ORDERED: Parameter = ["number", "date", "datetime", "time", "text"];

function checkOperator(operator: Operator, kinds: readonly FormulaKind[]): FormulaKind {
  const what = `operator '${operator}'`;
  const all = (expected: Parameter): void => {
    for (const kind of kinds) checkKind(what, expected, kind);
  };
  switch (operator) {
    case "&&":
    case "||":
    case "!":
      all(["boolean"]);
      return "boolean";
    case "*":
    case "/":
    case "^":
      all(["number"]);
      return "number";
    case "&":
      all(["text"]);
      return "text";
    case "<":
    case "<=":
    case ">":
    case ">=":
      all(ORDERED);
      checkAlike(what, kinds);
      return "boolean";
    case "=":
    case "<>":
      checkAlike(what, kinds);
      return "boolean";
    case "+":
    case "-":
      return sumKind(operator, kinds);
  }
}

/** Both sides of one kind. */
function checkAlike(what: string, [left = "null", right = "null"]: readonly FormulaKind[]): void {
  if (left !== "null" && left !== "any") checkKind(what, [left], right);
}

function sumKind(operator: "+" | "-", kinds: readonly FormulaKind[]): FormulaKind {
  const [left = "null", right] = kinds;
  const what = `operator '${operator}'`;
  if (right === undefined) {
    checkKind(what, ["number"], left);
    return "number";
  }
  if (left === "any" || right === "any") return "any";
  const moment = [left, right].find((kind) => MOMENTS.has(kind));
  if (moment === undefined) {
    const isText = operator === "+" && [left, right].includes("text");
    const expected: FormulaKind = isText ? "text" : "number";
    for (const kind of kinds) checkKind(what, [expected], kind);
    return expected;
  }
  if (operator === "-" && left === right) return "number";
  if (operator === "-" && !MOMENTS.has(left)) checkKind(what, ["number"], right);
  checkKind(what, ["number"], MOMENTS.has(left) ? right : left);
  return moment;
}

const MOMENTS: ReadonlySet<FormulaKind> = new Set(["date", "datetime", "time"]);
