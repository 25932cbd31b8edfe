import { describe, expect, it } from "vitest";
import { ApexException } from "../runtime/exception.ts";
import { compilePattern } from "./compiled-pattern.ts";
import { replaceMatches } from "./replacement.ts";
import { splitByPattern } from "./splitting.ts";

function matches(pattern: string, text: string): boolean {
  return compilePattern(pattern).whole(text, 0) !== null;
}

function found(pattern: string, text: string): string | null {
  const spans = compilePattern(pattern).search(text, 0);
  return spans === null ? null : text.slice(...spans[0]);
}

function messageOf(run: () => unknown): string | null {
  try {
    run();
  } catch (thrown) {
    if (thrown instanceof ApexException) return thrown.headline;
    throw thrown;
  }
  return null;
}

describe("Java patterns", () => {
  it.each([
    ["a*b", "aaab", true],
    ["[a-z&&[^aeiou]]+", "xyz", true],
    ["[a-z&&[^aeiou]]+", "xaz", false],
    ["[a-d[m-p]]+", "admp", true],
    ["[^a-c&&[b]]", "a", true],
    ["[]a]+", "]a", true],
    ["[a-]+", "a-", true],
    ["[\\w.%+-]+@[\\w.-]+\\.[a-zA-Z]{2,}", "ada.lovelace+1@example.com", true],
    ["\\p{Alpha}+", "abcXYZ", true],
    ["\\p{Punct}+", "!#/[]^{}~", true],
    ["\\p{L}+", "äöü", true],
    ["\\p{Alpha}+", "ä", false],
    ["\\P{L}+", "123", true],
    ["\\pL+", "ä", true],
    ["\\p{IsGreek}", "λ", true],
    ["\\p{InHiragana}", "あ", true],
    ["\\p{javaUpperCase}", "A", true],
    ["\\h+", " \t\u00a0", true],
    ["\\R", "\r\n", true],
    ["a\\Q.*\\Eb", "a.*b", true],
    ["a\\Q.*\\Eb", "axxb", false],
    ["\\x41\\u0042\\0103", "ABC", true],
    ["\\x{1F600}", "\u{1f600}", true],
    [".", "\u{1f600}", true],
    [".", "\u0085", false],
    ["(?s).", "\n", true],
    ["(?i)straße", "STRAßE", true],
    ["a(?i)b|c", "aB", true],
    ["a(?i)b|c", "C", true],
    ["a(?i)b|c", "AB", false],
    ["(?i:a)b", "Ab", true],
    ["(?i:a)b", "AB", false],
    ["(?x) a b # both\n c", "abc", true],
    ["(?x) [a b] \\ ", "a ", true],
    ["a{2}{2}", "aaaa", true],
    ["(?<year>\\d{4})-\\k<year>", "2026-2026", true],
    ["(a)(b)\\2\\1", "abba", true],
    ["(a)\\11", "aa1", true],
    ["a*+a", "aaa", false],
    ["(?>a*)a", "aaa", false],
    ["(?:(a)|b)*+c", "abac", true],
    ["/", "/", true],
    ["a\\-b", "a-b", true],
    ["\\e\\cA", "\u001b\u0001", true],
  ])("%s on %j: %s", (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it("lets $ stand before a final line terminator, and \\z only at the end", () => {
    expect(found("a$", "a\n")).toBe("a");
    expect(found("a\\z", "a\n")).toBeNull();
    expect(found("a\\Z", "a\r\n")).toBe("a");
    expect(found("a$", "a\nb")).toBeNull();
    expect(found("(?m)a$", "a\nb")).toBe("a");
    expect(found("(?m)^b", "a\nb")).toBe("b");
  });

  it("numbers groups by their opening parenthesis, inside possessive ones too", () => {
    const text = "key=value";
    const spans = compilePattern("((\\w+)=)++(\\w+)").whole(text, 0);
    expect(spans?.map((span) => (span === null ? null : text.slice(...span)))).toEqual([
      text,
      "key=",
      "key",
      "value",
    ]);
  });

  it.each([
    ["(a", "Unclosed group near index 2\n(a"],
    ["a)", "Unmatched closing ')' near index 0\na)"],
    ["*a", "Dangling meta character '*' near index 0\n*a"],
    ["[a", "Unclosed character class near index 1\n[a\n ^"],
    ["{a", "Illegal repetition near index 0\n{a"],
    ["a{2,1}", "Illegal repetition range near index 5\na{2,1}\n     ^"],
    ["\\y", "Illegal/unsupported escape sequence near index 1\n\\y\n ^"],
    ["[b-a]", "Illegal character range near index 2\n[b-a]\n  ^"],
  ])("refuses %s", (pattern, reason) => {
    expect(messageOf(() => compilePattern(pattern))).toBe(
      `System.StringException: Invalid regex: ${reason}`,
    );
  });
});

describe("replacing", () => {
  it("puts groups in by number and by name", () => {
    const date = compilePattern("(?<y>\\d+)-(\\d+)");
    expect(replaceMatches("2026-01 2025-12", date, "$2/${y}", false)).toBe("01/2026 12/2025");
    expect(replaceMatches("2026-01 2025-12", date, "$2/${y}", true)).toBe("01/2026 2025-12");
  });

  it("takes only as many digits as name a group", () => {
    expect(replaceMatches("ab", compilePattern("(a)b"), "$12", false)).toBe("a2");
  });

  it("lets a backslash take the meaning from $", () => {
    expect(replaceMatches("a", compilePattern("a"), "\\$1\\\\", false)).toBe("$1\\");
  });

  it("replaces empty matches between characters", () => {
    expect(replaceMatches("ab", compilePattern("x*"), "-", false)).toBe("-a-b-");
  });

  it("refuses a group that is not there", () => {
    expect(messageOf(() => replaceMatches("a", compilePattern("a"), "$1", false))).toBe(
      "System.StringException: No group 1",
    );
  });
});

describe("splitting", () => {
  it.each([
    ["a,b,,c,,", ",", 0, ["a", "b", "", "c"]],
    ["a,b,,c,,", ",", -1, ["a", "b", "", "c", "", ""]],
    ["a,b,c", ",", 2, ["a", "b,c"]],
    [",a", ",", 0, ["", "a"]],
    ["abc", "", 0, ["a", "b", "c"]],
    ["abc", "", -1, ["a", "b", "c", ""]],
    ["", ",", 0, [""]],
    ["boo:and:foo", "o", 5, ["b", "", ":and:f", "", ""]],
    ["boo:and:foo", "o", 0, ["b", "", ":and:f"]],
    ["HelloWorld", "(?=[A-Z])", 0, ["Hello", "World"]],
  ])("%j by %j with limit %i", (text, pattern, limit, parts) => {
    expect(splitByPattern(text, compilePattern(pattern), limit)).toEqual(parts);
  });
});
