/** Inputs as values, by their content type. Source: DataWeave Language Guide, "Supported Data Formats"; Apex Developer Guide, "DataWeave in Apex". */
import { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexSet } from "../../runtime/set.ts";
import { SObjectValue } from "../../runtime/sobject.ts";
import { ApexTime } from "../../runtime/time.ts";
import { readDocument, type JsonNode } from "../json/json-node.ts";
import { JsonTokenizer } from "../json/json-token.ts";
import { lacking } from "./failure.ts";
import type { Input } from "./syntax.ts";
import { ObjectValue, type Pair, pairOf, type Value } from "./value.ts";

export function readInput(given: unknown, { contentType, properties }: Input): Value {
  switch (contentType) {
    case "application/json":
      return ofJson(readDocument(new JsonTokenizer(textOf(given, contentType))));
    case "application/csv":
      return ofCsv(textOf(given, contentType), properties);
    case "application/java":
    case "application/apex":
      return ofApex(given);
    case "text/plain":
      return textOf(given, contentType);
    default:
      return lacking(`an input of ${contentType}`);
  }
}

function textOf(given: unknown, contentType: string): string {
  return typeof given === "string" ? given : lacking(`an input of ${contentType} that is no text`);
}

function ofJson(node: JsonNode): Value {
  switch (node.kind) {
    case "object":
      return new ObjectValue(node.entries.map(({ name, value }) => pairOf(name, ofJson(value))));
    case "array":
      return node.items.map(ofJson);
    case "string":
      return node.text;
    case "integer":
    case "float":
      return ApexDecimal.parse(node.text);
    case "boolean":
      return node.text === "true";
    case "null":
      return null;
  }
}

function ofApex(given: unknown): Value {
  if (given === null || given === undefined) return null;
  if (typeof given === "string" || typeof given === "boolean") return given;
  if (typeof given === "number" || typeof given === "bigint") return ApexDecimal.ofInteger(given);
  if (given instanceof ApexDouble) return ApexDecimal.ofDouble(given.value);
  if (
    given instanceof ApexDecimal ||
    given instanceof ApexDate ||
    given instanceof ApexDatetime ||
    given instanceof ApexTime
  )
    return given;
  if (given instanceof ApexList) return given.items.map(ofApex);
  if (given instanceof ApexSet) return given.values.map(ofApex);
  if (given instanceof ApexMap)
    return new ObjectValue(
      [...given.entries()].map(([key, value]) => pairOf(String(key), ofApex(value))),
    );
  if (given instanceof SObjectValue)
    return new ObjectValue(
      [...given.values].map(([name, value]): Pair => pairOf(name, ofApex(value))),
      given.objectName,
    );
  return lacking("an object of an Apex class as an input");
}

/** Records with the names of the first line; of quoted values two quotes are one. Source: "CSV Format". */
function ofCsv(text: string, properties: ReadonlyMap<string, string>): Value {
  const separator = properties.get("separator") ?? ",";
  const other = [...properties.keys()].find((name) => name !== "separator" && name !== "header");
  if (other !== undefined) return lacking(`the property ${other} of application/csv`);
  const [head, ...lines] = linesOf(text, separator);
  if (properties.get("header") === "false")
    return [...(head === undefined ? [] : [head]), ...lines].map((values) =>
      recordOf(
        values.map((_value, index) => `column_${index}`),
        values,
      ),
    );
  return lines.map((values) => recordOf(head ?? [], values));
}

function recordOf(names: readonly string[], values: readonly string[]): ObjectValue {
  return new ObjectValue(names.map((name, index) => pairOf(name, values[index] ?? "")));
}

function linesOf(text: string, separator: string): readonly (readonly string[])[] {
  const lines: string[][] = [];
  let line: string[] = [];
  let value = "";
  let isQuoted = false;
  const endLine = (): void => {
    if (line.length > 0 || value !== "") lines.push([...line, value]);
    line = [];
    value = "";
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (isQuoted) {
      if (character !== '"') value += character;
      else if (text.charAt(at + 1) === '"') {
        value += '"';
        at += 1;
      } else isQuoted = false;
    } else if (character === '"' && value === "") isQuoted = true;
    else if (character === separator) {
      line.push(value);
      value = "";
    } else if (character === "\n") endLine();
    else if (character !== "\r") value += character;
  }
  endLine();
  return lines;
}
