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
    expect(elementOf("<b>&lt;&gt;&amp;&quot;&apos;&#10;&#x41;&amp;#65;</b>").text("b")).toBe(
      "<>&\"'\nA&#65;",
    );
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

test("elements know their line, and text stands around comments and CDATA", () => {
  const read = readXml(
    "A.xml",
    "\uFEFF<?xml version='1.0'?>\n<A xmlns='http://a' label='1 &lt; 2 > 0'>\n  <b>é😀</b><c/>\n  <b\n  >1<d/>2<!-- 3 --><![CDATA[<&amp;>]]></b>\n</A>",
    "A",
  );
  if ("error" in read) throw new Error(read.error.message);
  const { element } = read;

  expect(element.attribute("label")).toBe("1 < 2 > 0");
  expect(element.children("b").map((child) => [child.line, child.ownText()])).toEqual([
    [3, "é😀"],
    [4, "12<&amp;>"],
  ]);
  expect([element.line, element.lineOf("c"), element.lineOf("gone")]).toEqual([2, 3, 2]);
});

test.each([
  ["", 1, 1, "Root element is missing or invalid"],
  ["<A>\n  <b>", 2, 6, "Missing end tag for element b"],
  ["<A>\n<b>\n</A>", 3, 1, "Missing end tag for element b"],
  ["<A/>\n<b/>", 2, 1, "Extra content at the end of the document"],
  ["<A b=c/>", 1, 6, "Attribute value expected"],
  ["<A>\nfish & chips</A>", 2, 8, "Unterminated reference (a reference must end with `;`)"],
  // Salesforce: The entity "nbsp" was referenced, but not declared.
  ["<A>&nbsp;</A>", 1, 4, "Named entity isn't defined: &nbsp;"],
])("%j is refused with its place", (text, line, column, message) => {
  expect(readXml("A.xml", text, "A")).toEqual({
    error: { file: "A.xml", at: { line, column }, message, kind: "error" },
  });
});

test("another root element than the file's name promises is a diagnostic", () => {
  expect(readXml("A.xml", metadataXml("B", ""), "A")).toMatchObject({
    error: { message: "The root element of this file should be A" },
  });
});
