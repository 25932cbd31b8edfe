/** String: static members. */
import { ApexDate } from "../../runtime/date.ts";
import type { ApexDatetime } from "../../runtime/datetime.ts";
import type { ApexList } from "../../runtime/list.ts";
import { iterate } from "../../runtime/operations/collections.ts";
import { concatText, valueText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { refusingNull } from "../arguments.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { formatPattern } from "../date-format.ts";
import { raise, raiseNullArgument } from "../../runtime/exception.ts";

function isBlank(text: string | null): boolean {
  return text === null || /^\s*$/.test(text);
}

/** `{0,number}`, `{0,date,short}`: the values are texts, which such formats do not take. */
function refuseFormat(rest: string): void {
  const [, kind] = /^\{\d+\s*,\s*(number|date|time)\b[^}]*\}/.exec(rest) ?? [];
  if (kind !== undefined)
    raise(
      "System.StringException",
      `Cannot format given Object as a ${kind === "number" ? "Number" : "Date"}`,
    );
}

/** As java.text.MessageFormat: `{0}`; two quotes are one, text between single quotes stands as it is. */
export function formatMessage(template: string, values: readonly unknown[]): string {
  // Each value is asked for its text once and in order, wherever it stands and whether or not; soql-lib's suite counts on it.
  const texts = values.map(valueText);
  let out = "";
  let isQuoted = false;
  for (let at = 0; at < template.length; at += 1) {
    const character = template.charAt(at);
    if (character === "'") {
      if (template.charAt(at + 1) === "'") {
        out += "'";
        at += 1;
      } else {
        isQuoted = !isQuoted;
      }
      continue;
    }
    const placeholder = isQuoted ? null : /^\{(\d+)\}/.exec(template.slice(at));
    if (placeholder === null) {
      if (!isQuoted) refuseFormat(template.slice(at));
      out += character;
      continue;
    }
    const index = Number(placeholder[1]);
    out += texts[index] ?? placeholder[0];
    at += placeholder[0].length - 1;
  }
  return out;
}

function commonPrefix(texts: readonly string[]): string {
  const [first = "", ...rest] = texts;
  let length = first.length;
  for (const text of rest) {
    let index = 0;
    while (index < length && text[index] === first[index]) index += 1;
    length = index;
  }
  return first.slice(0, length);
}

export const stringStaticsBehaviour = platformType({
  type: "String",
  statics: {
    isBlank,
    isNotBlank: (text: string | null) => !isBlank(text),
    isEmpty: (text: string | null) => text === null || text === "",
    isNotEmpty: (text: string | null) => text !== null && text !== "",
    // A null value is a null text, not the word.
    valueOf: (value: unknown) => (value === null ? null : valueText(value)),
    // Of a Date in an Object the platform prints the time as well.
    "valueOf(Object)": (value: unknown) =>
      value === null ? null : value instanceof ApexDate ? concatText(value) : valueText(value),
    "valueOf(Datetime)": (at: ApexDatetime | null) =>
      at === null
        ? null
        : formatPattern(at.epochMs, "yyyy-MM-dd HH:mm:ss", transaction().user.timeZone),
    // No list is one of no values: AfSupport of berehovskyi/apex-stream, whose tests pass on scratch orgs.
    format: (template: string | null, values: ApexList | null) =>
      template === null ? raiseNullArgument() : formatMessage(template, values?.items ?? []),
    ...refusingNull({
      valueOfGmt: (at: ApexDatetime) => at.toGmtText(),
      escapeSingleQuotes: (text: string) => text.replaceAll("\\", "\\\\").replaceAll("'", "\\'"),
      join: (values: unknown, separator: string) =>
        [...iterate(values)].map(concatText).join(separator),
      fromCharArray: (codes: ApexList<number>) => String.fromCharCode(...codes.items),
      getCommonPrefix: (texts: ApexList<string>) => commonPrefix(texts.items),
    }),
  },
});
