import { expect, test } from "vitest";
import { noticeLines } from "./notices.ts";

test("what several files say is said once", () => {
  expect(
    noticeLines([
      { file: "a.flow-meta.xml", message: "flows" },
      { file: "b.layout-meta.xml", message: "layouts" },
      { file: "c.flow-meta.xml", message: "flows" },
      { file: "d.flow-meta.xml", message: "flows" },
    ]),
  ).toEqual(["a.flow-meta.xml and 2 more: flows", "b.layout-meta.xml: layouts"]);
});

test("nothing is said where nothing is left out", () => {
  expect(noticeLines([])).toEqual([]);
});
