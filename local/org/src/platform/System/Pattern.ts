/** System.Pattern. Source: Apex Reference, "Pattern Class". */
import { ApexList } from "../../runtime/list.ts";
import { STRING } from "../../runtime/type.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { compilePattern, CompiledPattern } from "../../regex/compiled-pattern.ts";
import { splitByPattern } from "../../regex/splitting.ts";
import { required } from "../required.ts";
import { MatcherValue } from "./Matcher.ts";

function split(
  pattern: CompiledPattern,
  input: string | null,
  limit: number | null = 0,
): ApexList<string> {
  return new ApexList(STRING, splitByPattern(required(input), pattern, required(limit)));
}

/** `\Qtext\E`; an `\E` in the text is written between two quotations. */
function quote(text: string | null): string {
  return `\\Q${required(text).replaceAll("\\E", "\\E\\\\E\\Q")}\\E`;
}

export const patternBehaviour = platformType({
  type: "System.Pattern",
  implementation: CompiledPattern,
  statics: {
    compile: (regex: string | null) => compilePattern(required(regex)),
    matches: (regex: string | null, input: string | null) =>
      compilePattern(required(regex)).whole(required(input), 0) !== null,
    quote,
  },
  methods: {
    matcher: (pattern: CompiledPattern, input: string | null) =>
      new MatcherValue(pattern, required(input)),
    pattern: (pattern: CompiledPattern) => pattern.pattern,
    toString: (pattern: CompiledPattern) => pattern.pattern,
    split,
  },
});
