/**
 * Query errors as the REST API words them: the text around the place, a caret, and `ERROR at Row:1:Column:8`. Apex shows the last line
 * alone. Source: REST API Developer Guide, "Status Codes and Error Responses".
 */
import type { QueryError } from "../soql/query-error.ts";
import { parseQuery } from "../syntax/parse.ts";
import { RestError } from "./rest-error.ts";

/** Characters shown on either side of the place. */
const AROUND = 40;

export function queryRefusal(error: QueryError, text: string): RestError {
  const at = placeOf(error, text);
  const message = at === null ? error.message : `${pointedAt(text, at)}\n${error.message}`;
  return new RestError(400, error.code, message);
}

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf({ code, message }: QueryError, text: string): Place | null {
  if (code === "MALFORMED_QUERY") {
    const parsed = parseQuery(text);
    return "error" in parsed ? parsed.error.at : null;
  }
  // The first quoted word of the message is the name that is not known.
  const name = /'([\w.]+)'/.exec(message)?.[1];
  if (name === undefined) return null;
  const escaped = name.replaceAll(".", "\\.");
  const offset = text.search(new RegExp(`(?<![\\w.])(?:\\w+\\.)*${escaped}(?!\\w)`, "i"));
  if (offset < 0) return null;
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

function pointedAt(text: string, { line, column }: Place): string {
  const shown = text.split("\n")[line - 1] ?? "";
  const from = Math.max(0, column - 1 - AROUND);
  const excerpt = shown.slice(from, column - 1 + AROUND);
  const caret = `${" ".repeat(column - 1 - from)}^`;
  return `\n${excerpt}\n${caret}\nERROR at Row:${line}:Column:${column}`;
}
