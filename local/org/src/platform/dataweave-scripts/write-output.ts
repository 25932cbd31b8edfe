/** Values as text, by content type. Source: DataWeave Language Guide, "JSON Format" and "XML Format". */
import { ApexDecimal } from "../../runtime/decimal.ts";
import { quoted } from "../json/json-writer.ts";
import { lacking } from "./failure.ts";
import { isArray, ObjectValue, plainNumber, textOf, type Pair, type Value } from "./value.ts";

const INDENT = "  ";

/** Indented, as the writer does by default. */
export function jsonText(value: Value, indent = ""): string {
  const inside = indent + INDENT;
  if (value instanceof ObjectValue) {
    if (value.pairs.length === 0) return "{\n" + indent + "}";
    const pairs = value.pairs.map(
      ({ key, value: each }) => `${inside}${quoted(key)}: ${jsonText(each, inside)}`,
    );
    return `{\n${pairs.join(",\n")}\n${indent}}`;
  }
  if (isArray(value)) {
    if (value.length === 0) return "[\n" + indent + "]";
    const items = value.map((each) => inside + jsonText(each, inside));
    return `[\n${items.join(",\n")}\n${indent}]`;
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (value instanceof ApexDecimal) return plainNumber(value);
  return typeof value === "function" ? lacking("a function as JSON") : quoted(textOf(value));
}

const DECLARATION = "<?xml version='1.0' encoding='UTF-8'?>";

/** One element around all, as XML has it. */
export function xmlText(value: Value): string {
  if (!(value instanceof ObjectValue) || value.pairs.length !== 1)
    return lacking("XML of more than one element, or of none");
  return `${DECLARATION}\n${value.pairs.map((pair) => element(pair, "")).join("\n")}`;
}

function element({ key, attributes, value }: Pair, indent: string): string {
  if (isArray(value))
    return value.map((each) => element({ key, attributes, value: each }, indent)).join("\n");
  const given = attributes.map((each) => ` ${each.key}="${escaped(textOf(each.value))}"`).join("");
  if (value === null || (value instanceof ObjectValue && value.pairs.length === 0))
    return `${indent}<${key}${given}/>`;
  if (!(value instanceof ObjectValue))
    return `${indent}<${key}${given}>${escaped(textOf(value))}</${key}>`;
  const inside = value.pairs
    .map((pair) => element(pair, indent + INDENT))
    .filter((text) => text !== "")
    .join("\n");
  return `${indent}<${key}${given}>\n${inside}\n${indent}</${key}>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
