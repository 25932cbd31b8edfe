/** What System.JSON refuses, in its own words; positions as the platform gives them, 1-based. */
import { raise } from "../../runtime/exception.ts";

export interface JsonPosition {
  readonly line: number;
  readonly column: number;
}

export function refuseJson(message: string, at: JsonPosition | null = null): never {
  return raise(
    "System.JSONException",
    at === null ? message : `${message} at [line:${at.line}, column:${at.column}]`,
  );
}

export function positionIn(text: string, offset: number): JsonPosition {
  const before = text.slice(0, offset);
  const lineStart = Math.max(before.lastIndexOf("\n"), before.lastIndexOf("\r")) + 1;
  return { line: before.split(/\r\n|\r|\n/).length, column: before.length - lineStart + 1 };
}
