import { describe, expect, test } from "vitest";
import { metadataXml } from "../fixture/project.ts";
import { readXml, type XmlElement } from "./xml.ts";

function elementOf(content: string): XmlElement {
  const read = readXml("A.xml", metadataXml("A", content), "A");
  if ("error" in read) throw new Error(read.error.message);
  return read.element;
}

describe("text", () => {
  test("is read without the white space around it", () => {
    expect(elementOf("<b>\n  one two \n</b>").text("b")).toBe("one two");
  });

  test("has entities and character references resolved, once", () => {
    expect(
      elementOf("<b>&lt;&gt;&amp;&quot;&apos;&#10;&#x41;&amp;#65;&unknown;</b>").text("b"),
    ).toBe("<>&\"'\nA&#65;&unknown;");
  });

  test("stays text when it looks like a number", () => {
    expect(elementOf("<b>0012.50</b>").text("b")).toBe("0012.50");
  });

  test.each(["", "<b/>", "<b></b>", '<b xsi:nil="true"/>', "<b> </b>"])("%j is none", (content) => {
    expect(elementOf(content).text("b")).toBeNull();
  });
});

test("a flag is true only when it says so", () => {
  const element = elementOf("<a>true</a><b>false</b>");

  expect([element.flag("a"), element.flag("b"), element.flag("c")]).toEqual([true, false, false]);
});

test("a number that is none is null", () => {
  const element = elementOf("<a>18</a><b>many</b>");

  expect([element.number("a"), element.number("b"), element.number("c")]).toEqual([18, null, null]);
});

test("one child is a list of one", () => {
  const element = elementOf("<a>1</a><b>2</b><b>3</b>");

  expect(element.texts("a")).toEqual(["1"]);
  expect(element.texts("b")).toEqual(["2", "3"]);
  expect(element.texts("c")).toEqual([]);
});

test("a broken file is a diagnostic with its line", () => {
  expect(readXml("A.xml", "<A>\n<b></A>", "A")).toMatchObject({
    error: { file: "A.xml", at: { line: 2 }, kind: "error" },
  });
});

test("another root element than the file's name promises is a diagnostic", () => {
  expect(readXml("A.xml", metadataXml("B", ""), "A")).toMatchObject({
    error: { message: "The root element of this file should be A" },
  });
});
