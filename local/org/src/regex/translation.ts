/**
 * java.util.regex patterns written as JavaScript ones under the `v` flag. Source: Java SE, java.util.regex.Pattern.
 * Groups are named for their numbers (`g1`); possessive quantifiers and atomic groups become a lookahead whose match (`a1`) is taken
 * by reference.
 * Different from Java: a reference to a group that took no part matches the empty text instead of failing, and ignoring case always
 * folds by Unicode.
 */
import { dot, finalTerminator, LINE_END, lineEnd, lineStart } from "./anchors.ts";
import { readBracketClass, readClassEscape } from "./bracket-class.ts";
import { literal } from "./character-classes.ts";
import { readCharacterEscape } from "./escape.ts";
import { NO_FLAGS, type PatternFlags, withFlags } from "./pattern-flags.ts";
import { PatternReader } from "./pattern-reader.ts";
import { withoutQuotation } from "./quotation.ts";

export interface Translation {
  /** For the flags `v` and `d`. */
  readonly source: string;
  readonly groupCount: number;
  /** Of named groups. */
  readonly names: ReadonlyMap<string, number>;
}

/** @throws PatternSyntaxError */
export function translatePattern(pattern: string): Translation {
  return new Translator(withoutQuotation(pattern)).translate();
}

interface Piece {
  readonly source: string;
  /** Characters take part in ignoring case; groups have seen to it inside. */
  readonly ignoresCase: boolean;
  readonly isAssertion: boolean;
}

const GRAPHEME = "(?:\\r\\n|\\p{RGI_Emoji}|\\P{M}\\p{M}*|\\p{M}+)";

class Translator {
  readonly #reader: PatternReader;
  #flags: PatternFlags = NO_FLAGS;
  #groupCount = 0;
  #atomicCount = 0;
  readonly #names = new Map<string, number>();

  constructor(pattern: string) {
    this.#reader = new PatternReader(pattern);
  }

  translate(): Translation {
    const source = this.#alternatives();
    if (!this.#reader.isDone) this.#reader.fail("Unmatched closing ')'", this.#reader.at - 1);
    return { source, groupCount: this.#groupCount, names: this.#names };
  }

  #alternatives(): string {
    const alternatives = [this.#sequence()];
    while (this.#reader.skip("|")) alternatives.push(this.#sequence());
    return alternatives.join("|");
  }

  #sequence(): string {
    let source = "";
    let ignoring = "";
    const flush = (): void => {
      if (ignoring !== "") source += `(?i:${ignoring})`;
      ignoring = "";
    };
    for (;;) {
      if (this.#flags.comments) this.#reader.skipComments();
      const { current } = this.#reader;
      if (current === "" || current === "|" || current === ")") break;
      const piece = this.#quantified(this.#piece());
      if (piece.ignoresCase) ignoring += piece.source;
      else {
        flush();
        source += piece.source;
      }
    }
    flush();
    return source;
  }

  #characters(source: string): Piece {
    return { source, ignoresCase: this.#flags.ignoreCase, isAssertion: false };
  }

  #piece(): Piece {
    const reader = this.#reader;
    switch (reader.current) {
      case "(":
        return this.#group();
      case "[":
        return this.#characters(readBracketClass(reader, this.#flags));
      case "\\":
        return this.#escape();
      case ".":
        reader.take();
        return this.#characters(dot(this.#flags));
      case "^":
        reader.take();
        return assertion(lineStart(this.#flags));
      case "$":
        reader.take();
        return assertion(lineEnd(this.#flags));
      case "*":
      case "+":
      case "?":
        return reader.fail(`Dangling meta character '${reader.current}'`);
      case "{":
        return reader.fail("Illegal repetition");
      default:
        return this.#characters(literal(reader.take().codePointAt(0) ?? 0));
    }
  }

  #escape(): Piece {
    const reader = this.#reader;
    const start = reader.at;
    reader.take();
    const codePoint = readCharacterEscape(reader);
    if (codePoint !== null) return this.#characters(literal(codePoint));
    const characterClass = readClassEscape(reader, this.#flags);
    if (characterClass !== null) return this.#characters(characterClass);
    const letter = reader.take();
    switch (letter) {
      case "A":
        return assertion("^");
      case "z":
        return assertion("$");
      case "Z":
        return assertion(finalTerminator(this.#flags));
      case "b":
      case "B":
        return assertion(`\\${letter}`);
      case "G":
        // Sticky matching begins where the last match ended; elsewhere nothing stands there.
        return assertion("^");
      case "R":
        return this.#characters(LINE_END);
      case "X":
        return this.#characters(GRAPHEME);
      case "k":
        return this.#namedReference();
      default:
        return /[1-9]/.test(letter)
          ? this.#numberedReference(letter)
          : reader.fail("Illegal/unsupported escape sequence", start + 1);
    }
  }

  #namedReference(): Piece {
    const name = this.#reader.match(/<([a-zA-Z][a-zA-Z0-9]*)>/y)?.[1];
    if (name === undefined)
      return this.#reader.fail("\\k is not followed by '<' for named capturing group");
    const group = this.#names.get(name);
    if (group === undefined)
      return this.#reader.fail(`named capturing group <${name}> does not exist`);
    return this.#reference(group);
  }

  /** More digits belong to the number as long as there is such a group. */
  #numberedReference(first: string): Piece {
    let group = Number(first);
    for (;;) {
      const next = group * 10 + Number(this.#reader.current);
      if (!/^\d$/.test(this.#reader.current) || next > this.#groupCount) break;
      this.#reader.take();
      group = next;
    }
    // Nothing can match a group that is not there.
    return group > this.#groupCount ? assertion("[]") : this.#reference(group);
  }

  #reference(group: number): Piece {
    return this.#characters(`\\k<g${group}>`);
  }

  #group(): Piece {
    const reader = this.#reader;
    const start = reader.at;
    reader.take();
    if (!reader.skip("?")) return this.#capturing(null);
    if (reader.skip("<=")) return this.#enclosed("(?<=", true);
    if (reader.skip("<!")) return this.#enclosed("(?<!", true);
    if (reader.skip("<")) return this.#named();
    if (reader.skip("=")) return this.#enclosed("(?=", true);
    if (reader.skip("!")) return this.#enclosed("(?!", true);
    if (reader.skip(":")) return this.#enclosed("(?:", false);
    if (reader.skip(">"))
      return {
        source: this.#atomic(this.#body()),
        ignoresCase: this.#flags.ignoreCase,
        isAssertion: false,
      };
    return this.#flagged(start);
  }

  #named(): Piece {
    const name = this.#reader.match(/([a-zA-Z][a-zA-Z0-9]*)>/y)?.[1];
    if (name === undefined)
      return this.#reader.fail("named capturing group is missing trailing '>'");
    if (this.#names.has(name))
      return this.#reader.fail(`Named capturing group <${name}> is already defined`);
    return this.#capturing(name);
  }

  #capturing(name: string | null): Piece {
    this.#groupCount += 1;
    const group = this.#groupCount;
    if (name !== null) this.#names.set(name, group);
    return { source: `(?<g${group}>${this.#body()})`, ignoresCase: false, isAssertion: false };
  }

  #enclosed(opening: string, isAssertion: boolean): Piece {
    return { source: `${opening}${this.#body()})`, ignoresCase: false, isAssertion };
  }

  /** Takes what the body matches first and never gives any of it back. */
  #atomic(body: string): string {
    this.#atomicCount += 1;
    const name = `a${this.#atomicCount}`;
    return `(?:(?=(?<${name}>${body}))\\k<${name}>)`;
  }

  /** `(?i)` holds to the end of the enclosing group, `(?i:…)` for its own. */
  #flagged(start: number): Piece {
    const found = this.#reader.match(/([a-zA-Z]*)(?:-([a-zA-Z]*))?([:)])/y);
    const on = found === null ? null : withFlags(this.#flags, found[1] ?? "", true);
    const flags = on === null ? null : withFlags(on, found?.[2] ?? "", false);
    if (flags === null) return this.#reader.fail("Unknown inline modifier", start + 2);
    if (found?.[3] === ")") {
      this.#flags = flags;
      return { source: "", ignoresCase: false, isAssertion: false };
    }
    const outer = this.#flags;
    this.#flags = flags;
    const piece = this.#enclosed("(?:", false);
    this.#flags = outer;
    return piece;
  }

  /** To the closing parenthesis; flags changed inside end there. */
  #body(): string {
    const outer = this.#flags;
    const source = this.#alternatives();
    this.#flags = outer;
    if (!this.#reader.skip(")")) this.#reader.fail("Unclosed group", this.#reader.text.length);
    return source;
  }

  #quantified(piece: Piece): Piece {
    let result = piece;
    for (;;) {
      if (this.#flags.comments) this.#reader.skipComments();
      const quantifier = this.#quantifier();
      if (quantifier === null) return result;
      result = this.#repeated(result, quantifier);
    }
  }

  #repeated(piece: Piece, quantifier: string): Piece {
    const isSingle = !piece.isAssertion && !/^$|[*+?}]$/.test(piece.source);
    const body = isSingle ? piece.source : `(?:${piece.source})`;
    if (this.#reader.skip("?"))
      return { ...piece, source: `${body}${quantifier}?`, isAssertion: false };
    const repeated = `${body}${quantifier}`;
    const source = this.#reader.skip("+") ? this.#atomic(repeated) : repeated;
    return { ...piece, source, isAssertion: false };
  }

  #quantifier(): string | null {
    const reader = this.#reader;
    const start = reader.at;
    if (reader.skip("*")) return "*";
    if (reader.skip("+")) return "+";
    if (reader.skip("?")) return "?";
    if (reader.current !== "{") return null;
    const found = reader.match(/\{(\d+)(?:(,)(\d*))?\}/y);
    if (found === null) return reader.fail("Illegal repetition", start);
    const [, least = "", comma, most = ""] = found;
    if (most !== "" && Number(most) < Number(least))
      return reader.fail("Illegal repetition range", reader.at - 1);
    return `{${least}${comma ?? ""}${most}}`;
  }
}

function assertion(source: string): Piece {
  return { source, ignoresCase: false, isAssertion: true };
}
