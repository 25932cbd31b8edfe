/** java.util.regex.Pattern.split: an empty match at the very beginning splits nothing off. */
import type { CompiledPattern } from "./compiled-pattern.ts";
import { matchesIn } from "./replacement.ts";

/** `limit` over 0: at most so many parts; 0: all, without the empty ones at the end; under 0: all. */
export function splitByPattern(text: string, compiled: CompiledPattern, limit: number): string[] {
  const parts: string[] = [];
  let from = 0;
  for (const [[start, end]] of matchesIn(text, compiled)) {
    if (limit > 0 && parts.length === limit - 1) break;
    if (end === 0) continue;
    parts.push(text.slice(from, start));
    from = end;
  }
  if (parts.length === 0) return [text];
  parts.push(text.slice(from));
  if (limit === 0) while (parts.length > 0 && parts.at(-1) === "") parts.pop();
  return parts;
}
