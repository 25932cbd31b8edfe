import { XMLParser } from "fast-xml-parser";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotWellFormed, xmlDocument, type Element } from "./xml-document.ts";

test("elements know their line, their attributes, their text and their children in order", () => {
  const root = xmlDocument(
    `\uFEFF<?xml version="1.0" encoding="UTF-8"?>
<!-- Nothing of this is an <element> -->
<A xmlns='http://a' label = "1 &lt; 2 > 0">
  <b>one</b><c/>
  <b
    x="y"
  >two</b>
</A>
`,
  );

  expect([root.name, root.line]).toEqual(["A", 3]);
  expect(Object.fromEntries(root.attributes)).toEqual({ xmlns: "http://a", label: "1 < 2 > 0" });
  expect([...root.children.keys()]).toEqual(["b", "c"]);
  expect(root.children.get("b")?.map(({ line, text }) => [line, text])).toEqual([
    [4, "one"],
    [5, "two"],
  ]);
  expect(root.children.get("b")?.[1]?.attributes.get("x")).toBe("y");
});

test("text stands before, between and behind children, and CDATA is taken as it is", () => {
  expect(xmlDocument("<a>1<b>2</b>3<!-- 4 --><![CDATA[<&amp;>]]>5</a>").text).toBe("13<&amp;>5");
});

test("a document type is passed over", () => {
  expect(xmlDocument('<!DOCTYPE a [<!ELEMENT a ANY>]>\n<a b="1"/>').line).toBe(2);
});

describe("what is not well-formed is told with its place", () => {
  test.each([
    ["", 1, 1, "There is no element."],
    ["<a>\n  <b>", 2, 3, "Unclosed tag 'b'."],
    [
      "<a>\n<b>\n</a>",
      3,
      1,
      "Expected closing tag 'b' (opened in line 2, col 1) instead of closing tag 'a'.",
    ],
    ["<a/>\n</b>", 2, 1, "Closing tag 'b' has not been opened."],
    ["<a/>\n<b/>", 2, 1, "A document has one root element."],
    ["<a/>\n  b", 2, 3, "Text stands outside of the root element."],
    ["<a/><![CDATA[b]]>", 1, 14, "Text stands outside of the root element."],
    ["<a>\n< b/></a>", 2, 1, "This is no tag."],
    ["<a b=c/>", 1, 1, "This is no tag."],
    ['<a b="<"/>', 1, 1, "This is no tag."],
    ['<a b="1" b="2"/>', 1, 1, "Attribute 'b' is repeated."],
    ["<a></a b>", 1, 4, "This is no closing tag."],
    ["<a><!-- </a>", 1, 4, "The comment does not end."],
    ["<a><![CDATA[ </a>", 1, 4, "The CDATA section does not end."],
    ["<? <a/>", 1, 1, "The instruction does not end."],
    ["<!ENTITY a>", 1, 1, "Unknown declaration."],
    ["<a>\nfish & chips</a>", 2, 6, "A & of a text is written &amp;."],
  ])("%j", (text, line, column, message) => {
    expect(() => xmlDocument(text)).toThrow(NotWellFormed);
    expect(() => xmlDocument(text)).toThrow(expect.objectContaining({ line, column, message }));
  });
});

// ── Held to another parser, which several formats of Salesforce's tools are read with ──

const name = fc.constantFrom("a", "b", "c:d", "e-f");
const words = fc
  .string({ unit: fc.constantFrom("x", " ", "\n", ">", "é", "&lt;", "&#65;"), maxLength: 6 })
  .map((text) => `t${text}`);
const attributes = fc
  .uniqueArray(name, { maxLength: 2 })
  .chain((names) => fc.tuple(...names.map((each) => words.map((text) => ` ${each}="${text}"`))))
  .map((parts) => parts.join(""));
const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      attributes,
      fc.oneof(
        { maxDepth: 3 },
        words,
        fc.array(fc.oneof(tie("element"), fc.constant("<!-- <no> -->"), fc.constant("\n")), {
          maxLength: 4,
        }),
      ),
    )
    .map(([tag, own, content]) =>
      content.length === 0
        ? `<${tag}${own}/>`
        : `<${tag}${own}>${typeof content === "string" ? content : content.join("")}</${tag}>`,
    ),
}));

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
});

interface Outline {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
  readonly children: readonly Outline[];
}

function outlineOf({ name: own, attributes: of, text, children }: Element): Outline {
  return {
    name: own,
    attributes: Object.fromEntries(of),
    text: text.trim(),
    children: [...children.values()].flat().map(outlineOf),
  };
}

type Ordered = Readonly<Record<string, unknown>>;

/** What the other parser makes of an element: `{tag: [children], ":@": attributes}`, texts as `{"#text": …}`. */
function theirOutline(node: Ordered): Outline {
  const tag = Object.keys(node).find((key) => key !== ":@") ?? "";
  const content = node[tag] as readonly Ordered[];
  const children = content.filter((child) => !("#text" in child)).map(theirOutline);
  return {
    name: tag,
    attributes: (node[":@"] ?? {}) as Readonly<Record<string, string>>,
    text: content
      .map((child) => (typeof child["#text"] === "string" ? child["#text"] : ""))
      .join("")
      .trim(),
    // As ours has them: those of a name together.
    children: [...Map.groupBy(children, (child) => child.name).values()].flat(),
  };
}

test("whatever is written, it reads as another parser does", () => {
  fc.assert(
    fc.property(element, (text) => {
      const [theirs] = parser.parse(text) as readonly Ordered[];

      expect(outlineOf(xmlDocument(text))).toEqual(theirOutline(theirs ?? {}));
    }),
  );
});

test("whatever is cut off, the document is refused", () => {
  fc.assert(
    fc.property(element, fc.nat(), (text, cut) => {
      expect(() => xmlDocument(text.slice(0, cut % text.length))).toThrow(NotWellFormed);
    }),
  );
});
