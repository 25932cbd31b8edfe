import { describe, expect, it } from "vitest";
import { evaluate, runApex } from "../../testing/apex.ts";

const URL = "new Url('https://ada:pw@example.com:8443/a/b?x=1&y=2#top')";

describe("Url", () => {
  it.each([
    ["getProtocol()", "https"],
    ["getAuthority()", "ada:pw@example.com:8443"],
    ["getUserInfo()", "ada:pw"],
    ["getHost()", "example.com"],
    ["getPort()", "8443"],
    ["getDefaultPort()", "443"],
    ["getPath()", "/a/b"],
    ["getQuery()", "x=1&y=2"],
    ["getFile()", "/a/b?x=1&y=2"],
    ["getRef()", "top"],
    ["toExternalForm()", "https://ada:pw@example.com:8443/a/b?x=1&y=2#top"],
  ])("%s of a whole address is %s", (member, text) => {
    expect(evaluate(`${URL}.${member}`)).toBe(text);
  });

  it.each([
    ["new Url('http://h').getPort()", "-1"],
    ["new Url('http', 'h', '/a?b').toExternalForm()", "http://h/a?b"],
    ["new Url('http', 'h', 81, '/a').toExternalForm()", "http://h:81/a"],
    ["new Url(new Url('http://h/a/b'), '../c?d').toExternalForm()", "http://h/c?d"],
    ["new Url('http://h/a#x').sameFile(new Url('http://H:80/a#y'))", "true"],
    ["Url.getOrgDomainUrl().toExternalForm()", "https://test.my.salesforce.com"],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it("refuses a text without a protocol", () => {
    expect(runApex("new Url('nowhere');").exception?.headline).toBe(
      "System.StringException: no protocol: nowhere",
    );
  });
});

describe("UUID", () => {
  it("prints in lower case and equals another of the same text", () => {
    const text = "550E8400-E29B-41D4-A716-446655440000";
    expect(evaluate(`UUID.fromString('${text}').toString()`)).toBe(text.toLowerCase());
    expect(
      evaluate(`new Set<UUID>{UUID.fromString('${text}'), UUID.fromString('${text}')}.size()`),
    ).toBe("1");
  });

  it("refuses a text that is none", () => {
    expect(runApex("UUID.fromString('x');").exception?.headline).toBe(
      "System.IllegalArgumentException: Invalid UUID string: x",
    );
  });
});
