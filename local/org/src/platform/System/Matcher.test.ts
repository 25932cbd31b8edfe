import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

function debugOf(block: string): readonly string[] {
  const { debug, exception } = runApex(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("Pattern and Matcher", () => {
  it("finds one match after another, with its groups and places", () => {
    expect(
      debugOf(`
        Matcher m = Pattern.compile('(\\\\w)(\\\\d)?').matcher('a1 b');
        while (m.find())
          System.debug(m.group() + ' ' + m.group(1) + ' ' + m.group(2) + ' ' + m.start() + '-' + m.end() + ' ' + m.start(2));
        System.debug(m.groupCount());`),
    ).toEqual(["a1 a 1 0-2 1", "b b null 3-4 -1", "2"]);
  });

  it("matches the whole input, or its beginning, or anywhere", () => {
    expect(
      debugOf(`
        Matcher m = Pattern.compile('ab').matcher('abab');
        System.debug(m.matches() + ' ' + m.lookingAt() + ' ' + m.find(1) + ' ' + m.start());
        System.debug(Pattern.matches('a+', 'aaa'));`),
    ).toEqual(["false true true 2", "true"]);
  });

  it("keeps to its region, whose bounds are anchors", () => {
    expect(
      debugOf(`
        Matcher m = Pattern.compile('^b$').matcher('abc').region(1, 2);
        System.debug(m.find() + ' ' + m.start() + ' ' + m.regionStart() + ' ' + m.regionEnd());
        m.reset().region(1, 2).useAnchoringBounds(false);
        System.debug(m.find());`),
    ).toEqual(["true 1 1 2", "false"]);
  });

  it("replaces from the start whatever was found before", () => {
    expect(
      debugOf(`
        Matcher m = Pattern.compile('(a)(b)').matcher('ab ab');
        m.find();
        System.debug(m.replaceFirst('$2$1') + ' ' + m.replaceAll('[$0]'));
        System.debug(Matcher.quoteReplacement('$1\\\\'));`),
    ).toEqual(["ba ab [ab] [ab]", "\\$1\\\\"]);
  });

  it("says it hit the end once nothing more is found", () => {
    expect(
      debugOf(`
        Matcher m = Pattern.compile('a').matcher('a b');
        Integer found = 0;
        while (!m.hitEnd()) if (m.find()) found++;
        System.debug(found);`),
    ).toEqual(["1"]);
  });

  it("quotes a text so that it stands for itself", () => {
    expect(
      debugOf("System.debug(Pattern.matches(Pattern.quote('a.\\\\Eb'), 'a.\\\\Eb'));"),
    ).toEqual(["true"]);
  });

  it.each([
    ["Pattern.compile('a').matcher('a').group();", "System.StringException: No match found"],
    [
      "Matcher m = Pattern.compile('a').matcher('a'); m.find(); m.group(1);",
      "System.StringException: No group 1",
    ],
    ["Pattern.compile(null);", "System.NullPointerException: Argument cannot be null."],
  ])("%s raises %s", (block, headline) => {
    expect(runApex(block).exception?.headline).toBe(headline);
  });
});
