/** System.Matcher. Source: Apex Reference, "Matcher Class"; the state and its rules are java.util.regex.Matcher's. */
import { raise } from "../../runtime/exception.js";
import { platformType } from "../../runtime/behaviour.js";
import { expandReplacement, replaceMatches } from "../../regex/replacement.js";
import { required } from "../required.js";
export class MatcherValue {
    pattern;
    text;
    regionStart = 0;
    regionEnd;
    hasAnchoringBounds = true;
    hasTransparentBounds = false;
    /** Null before any match and after a failed one. */
    spans = null;
    hitEnd = false;
    /** Where the next find() begins. */
    #next = 0;
    constructor(pattern, text) {
        this.pattern = pattern;
        this.text = text;
        this.regionEnd = text.length;
    }
    reset(text = this.text) {
        this.text = text;
        this.regionStart = 0;
        this.regionEnd = text.length;
        this.#forget(0);
        return this;
    }
    region(start, end) {
        if (start < 0 || start > this.text.length || end < start || end > this.text.length)
            raise("System.StringException", start < 0 || start > this.text.length ? "start" : "end");
        this.regionStart = start;
        this.regionEnd = end;
        this.#forget(start);
        return this;
    }
    usePattern(pattern) {
        this.pattern = pattern;
        this.spans = null;
        return this;
    }
    #forget(next) {
        this.spans = null;
        this.hitEnd = false;
        this.#next = next;
    }
    find() {
        if (this.#next > this.regionEnd) {
            this.spans = null;
            this.hitEnd = true;
            return false;
        }
        return this.match("search", this.#next);
    }
    match(kind, from) {
        this.spans = this.#run(kind, from);
        const whole = this.spans?.[0];
        this.hitEnd = whole === undefined || whole[1] === this.regionEnd;
        if (whole !== undefined)
            this.#next = whole[1] > whole[0] ? whole[1] : whole[1] + 1;
        return whole !== undefined;
    }
    /** With anchoring bounds the region is all there is; else the text around it is seen, though no match may reach out of it. */
    #run(kind, from) {
        if (this.regionStart === 0 && this.regionEnd === this.text.length)
            return this.pattern[kind](this.text, from);
        const isOpen = !this.hasAnchoringBounds || this.hasTransparentBounds;
        const offset = isOpen ? 0 : this.regionStart;
        const end = this.hasTransparentBounds ? this.text.length : this.regionEnd;
        const spans = this.pattern[kind](this.text.slice(offset, end), from - offset);
        if (spans === null || spans[0][1] + offset > this.regionEnd)
            return null;
        const [whole, ...groups] = spans;
        const moved = ([start, stop]) => [start + offset, stop + offset];
        return [moved(whole), ...groups.map((span) => (span === null ? null : moved(span)))];
    }
    /** Throws System.StringException where nothing has matched or there is no such group. */
    span(group) {
        if (this.spans === null)
            raise("System.StringException", "No match found");
        const span = this.spans[group];
        if (span === undefined)
            raise("System.StringException", `No group ${group}`);
        return span;
    }
    toString() {
        const found = this.spans === null ? "" : this.text.slice(...this.spans[0]);
        return `java.util.regex.Matcher[pattern=${this.pattern.pattern} region=${this.regionStart},${this.regionEnd} lastmatch=${found}]`;
    }
}
function findFrom(matcher, start) {
    if (start < 0 || start > matcher.text.length)
        raise("System.StringException", "Illegal start index");
    return matcher.reset().match("search", start);
}
function group(matcher, index = 0) {
    const span = matcher.span(required(index));
    return span === null ? null : matcher.text.slice(...span);
}
function replaceFirst(matcher, replacement) {
    const given = required(replacement);
    const { pattern, text } = matcher.reset();
    if (!matcher.find() || matcher.spans === null)
        return text;
    const [start, end] = matcher.spans[0];
    return (text.slice(0, start) + expandReplacement(given, pattern, text, matcher.spans) + text.slice(end));
}
export const matcherBehaviour = platformType({
    type: "System.Matcher",
    implementation: MatcherValue,
    statics: {
        quoteReplacement: (text) => required(text).replaceAll(/[\\$]/g, "\\$&"),
    },
    methods: {
        end: (matcher, index = 0) => matcher.span(required(index))?.[1] ?? -1,
        "find()": (matcher) => matcher.find(),
        "find(Integer)": (matcher, start) => findFrom(matcher, required(start)),
        group,
        groupCount: (matcher) => matcher.pattern.groupCount,
        hasAnchoringBounds: (matcher) => matcher.hasAnchoringBounds,
        hasTransparentBounds: (matcher) => matcher.hasTransparentBounds,
        /** Told from where the match ended: the engine does not say what it looked at. */
        hitEnd: (matcher) => matcher.hitEnd,
        lookingAt: (matcher) => matcher.match("prefix", matcher.regionStart),
        matches: (matcher) => matcher.match("whole", matcher.regionStart),
        pattern: (matcher) => matcher.pattern,
        region: (matcher, start, end) => matcher.region(required(start), required(end)),
        regionEnd: (matcher) => matcher.regionEnd,
        regionStart: (matcher) => matcher.regionStart,
        replaceAll: (matcher, replacement) => replaceMatches(matcher.reset().text, matcher.pattern, required(replacement), false),
        replaceFirst,
        "reset()": (matcher) => matcher.reset(),
        "reset(String)": (matcher, input) => matcher.reset(required(input)),
        start: (matcher, index = 0) => matcher.span(required(index))?.[0] ?? -1,
        useAnchoringBounds: (matcher, isOn) => {
            matcher.hasAnchoringBounds = required(isOn);
            return matcher;
        },
        usePattern: (matcher, pattern) => matcher.usePattern(required(pattern)),
        useTransparentBounds: (matcher, isOn) => {
            matcher.hasTransparentBounds = required(isOn);
            return matcher;
        },
    },
});
