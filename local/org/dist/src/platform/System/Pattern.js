/** System.Pattern. Source: Apex Reference, "Pattern Class". */
import { ApexList } from "../../runtime/list.js";
import { STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { compilePattern, CompiledPattern } from "../../regex/compiled-pattern.js";
import { splitByPattern } from "../../regex/splitting.js";
import { required } from "../required.js";
import { MatcherValue } from "./Matcher.js";
function split(pattern, input, limit = 0) {
    return new ApexList(STRING, splitByPattern(required(input), pattern, required(limit)));
}
/** `\Qtext\E`; an `\E` in the text is written between two quotations. */
function quote(text) {
    return `\\Q${required(text).replaceAll("\\E", "\\E\\\\E\\Q")}\\E`;
}
export const patternBehaviour = platformType({
    type: "System.Pattern",
    implementation: CompiledPattern,
    statics: {
        compile: (regex) => compilePattern(required(regex)),
        matches: (regex, input) => compilePattern(required(regex)).whole(required(input), 0) !== null,
        quote,
    },
    methods: {
        matcher: (pattern, input) => new MatcherValue(pattern, required(input)),
        pattern: (pattern) => pattern.pattern,
        toString: (pattern) => pattern.pattern,
        split,
    },
});
