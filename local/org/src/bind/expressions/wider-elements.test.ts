import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

/** What Salesforce's own compiler takes; what it refuses is in `refused/programs/generics.apex`. */
describe("collections of narrower values go where those of wider ones are wanted", () => {
  it.each([
    [
      "List<Long> a = new List<Integer>{ 1, null }; System.debug(a[0] + 3000000000L);",
      "3000000001",
    ],
    ["List<Double> a = new List<Integer>{ 3 }; System.debug(a[0] / 2);", "1.5"],
    ["List<Decimal> a = new List<Long>{ 3L }; System.debug(a[0].setScale(2));", "3.00"],
    ["List<Double> a = new List<Decimal>{ 1.5 }; System.debug(a[0] * 2);", "3.0"],
    ["List<Decimal> a = new List<Double>{ 1.5d }; System.debug(a[0].scale());", "1"],
    [
      "List<Datetime> a = new List<Date>{ Date.newInstance(2026, 1, 31) }; System.debug(a[0].hour());",
      "0",
    ],
    [
      "Map<String, Decimal> a = new Map<String, Integer>{ 'x' => 1 }; System.debug(a.get('x').divide(4, 2));",
      "0.25",
    ],
    [
      "List<List<Long>> a = new List<List<Integer>>{ new List<Integer>{ 7 } }; System.debug(a[0][0] + 1L);",
      "8",
    ],
    [
      "Iterable<Decimal> a = new List<Integer>{ 1, 2 }; Decimal sum = 0; for (Decimal each : a) { sum += each.setScale(1); } System.debug(sum);",
      "3.0",
    ],
    [
      "Boolean yes = true; Object a = yes ? new List<Integer>{ 1 } : new List<Long>{ 2L }; System.debug(a instanceof List<Long>);",
      "true",
    ],
    ["List<Long> a = (List<Long>) new List<Integer>{ 4 }; System.debug(a[0] << 1);", "8"],
  ])("%s", (block, text) => {
    const { debug, exception } = runApex(block);
    expect(exception).toBeNull();
    expect(debug).toEqual([text]);
  });

  it("is a gap where it is changed under the wider type", () => {
    expect(() => runApex("List<Long> a = new List<Integer>(); a.add(1L);")).toThrow(
      "changing a List through a variable of wider values",
    );
  });
});
