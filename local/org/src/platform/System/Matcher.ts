/** System.Matcher. Source: Apex Reference, "Matcher Class"; the state and its rules are java.util.regex.Matcher's. */
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import type { CompiledPattern, MatchSpans, Span } from "../../regex/compiled-pattern.ts";
import { expandReplacement, replaceMatches } from "../../regex/replacement.ts";
import { required } from "../required.ts";

type Search = "search" | "prefix" | "whole";

export class MatcherValue {
  pattern: CompiledPattern;
  text: string;
  regionStart = 0;
  regionEnd: number;
  hasAnchoringBounds = true;
  hasTransparentBounds = false;
  /** Null before any match and after a failed one. */
  spans: MatchSpans | null = null;
  hitEnd = false;
  /** Where the next find() begins. */
  #next = 0;

  constructor(pattern: CompiledPattern, text: string) {
    this.pattern = pattern;
    this.text = text;
    this.regionEnd = text.length;
  }

  reset(text: string = this.text): this {
    this.text = text;
    this.regionStart = 0;
    this.regionEnd = text.length;
    this.#forget(0);
    return this;
  }

  region(start: number, end: number): this {
    if (start < 0 || start > this.text.length || end < start || end > this.text.length)
      raise("System.StringException", start < 0 || start > this.text.length ? "start" : "end");
    this.regionStart = start;
    this.regionEnd = end;
    this.#forget(start);
    return this;
  }

  usePattern(pattern: CompiledPattern): this {
    this.pattern = pattern;
    this.spans = null;
    return this;
  }

  #forget(next: number): void {
    this.spans = null;
    this.hitEnd = false;
    this.#next = next;
  }

  find(): boolean {
    if (this.#next > this.regionEnd) {
      this.spans = null;
      this.hitEnd = true;
      return false;
    }
    return this.match("search", this.#next);
  }

  match(kind: Search, from: number): boolean {
    this.spans = this.#run(kind, from);
    const whole = this.spans?.[0];
    this.hitEnd = whole === undefined || whole[1] === this.regionEnd;
    if (whole !== undefined) this.#next = whole[1] > whole[0] ? whole[1] : whole[1] + 1;
    return whole !== undefined;
  }

  /** With anchoring bounds the region is all there is; else the text around it is seen, though no match may reach out of it. */
  #run(kind: Search, from: number): MatchSpans | null {
    if (this.regionStart === 0 && this.regionEnd === this.text.length)
      return this.pattern[kind](this.text, from);
    const isOpen = !this.hasAnchoringBounds || this.hasTransparentBounds;
    const offset = isOpen ? 0 : this.regionStart;
    const end = this.hasTransparentBounds ? this.text.length : this.regionEnd;
    const spans = this.pattern[kind](this.text.slice(offset, end), from - offset);
    if (spans === null || spans[0][1] + offset > this.regionEnd) return null;
    const [whole, ...groups] = spans;
    const moved = ([start, stop]: Span): Span => [start + offset, stop + offset];
    return [moved(whole), ...groups.map((span) => (span === null ? null : moved(span)))];
  }

  /** Throws System.StringException where nothing has matched or there is no such group. */
  span(group: number): Span | null {
    if (this.spans === null) raise("System.StringException", "No match found");
    const span = this.spans[group];
    if (span === undefined) raise("System.StringException", `No group ${group}`);
    return span;
  }

  toString(): string {
    const found = this.spans === null ? "" : this.text.slice(...this.spans[0]);
    return `java.util.regex.Matcher[pattern=${this.pattern.pattern} region=${this.regionStart},${this.regionEnd} lastmatch=${found}]`;
  }
}

function findFrom(matcher: MatcherValue, start: number): boolean {
  if (start < 0 || start > matcher.text.length)
    raise("System.StringException", "Illegal start index");
  return matcher.reset().match("search", start);
}

function group(matcher: MatcherValue, index: number | null = 0): string | null {
  const span = matcher.span(required(index));
  return span === null ? null : matcher.text.slice(...span);
}

function replaceFirst(matcher: MatcherValue, replacement: string | null): string {
  const given = required(replacement);
  const { pattern, text } = matcher.reset();
  if (!matcher.find() || matcher.spans === null) return text;
  const [start, end] = matcher.spans[0];
  return (
    text.slice(0, start) + expandReplacement(given, pattern, text, matcher.spans) + text.slice(end)
  );
}

export const matcherBehaviour = platformType({
  type: "System.Matcher",
  implementation: MatcherValue,
  statics: {
    quoteReplacement: (text: string | null) => required(text).replaceAll(/[\\$]/g, "\\$&"),
  },
  methods: {
    end: (matcher: MatcherValue, index: number | null = 0) =>
      matcher.span(required(index))?.[1] ?? -1,
    "find()": (matcher: MatcherValue) => matcher.find(),
    "find(Integer)": (matcher: MatcherValue, start: number | null) =>
      findFrom(matcher, required(start)),
    group,
    groupCount: (matcher: MatcherValue) => matcher.pattern.groupCount,
    hasAnchoringBounds: (matcher: MatcherValue) => matcher.hasAnchoringBounds,
    hasTransparentBounds: (matcher: MatcherValue) => matcher.hasTransparentBounds,
    /** Told from where the match ended: the engine does not say what it looked at. */
    hitEnd: (matcher: MatcherValue) => matcher.hitEnd,
    lookingAt: (matcher: MatcherValue) => matcher.match("prefix", matcher.regionStart),
    matches: (matcher: MatcherValue) => matcher.match("whole", matcher.regionStart),
    pattern: (matcher: MatcherValue) => matcher.pattern,
    region: (matcher: MatcherValue, start: number | null, end: number | null) =>
      matcher.region(required(start), required(end)),
    regionEnd: (matcher: MatcherValue) => matcher.regionEnd,
    regionStart: (matcher: MatcherValue) => matcher.regionStart,
    replaceAll: (matcher: MatcherValue, replacement: string | null) =>
      replaceMatches(matcher.reset().text, matcher.pattern, required(replacement), false),
    replaceFirst,
    "reset()": (matcher: MatcherValue) => matcher.reset(),
    "reset(String)": (matcher: MatcherValue, input: string | null) =>
      matcher.reset(required(input)),
    start: (matcher: MatcherValue, index: number | null = 0) =>
      matcher.span(required(index))?.[0] ?? -1,
    useAnchoringBounds: (matcher: MatcherValue, isOn: boolean | null) => {
      matcher.hasAnchoringBounds = required(isOn);
      return matcher;
    },
    usePattern: (matcher: MatcherValue, pattern: CompiledPattern | null) =>
      matcher.usePattern(required(pattern)),
    useTransparentBounds: (matcher: MatcherValue, isOn: boolean | null) => {
      matcher.hasTransparentBounds = required(isOn);
      return matcher;
    },
  },
});
