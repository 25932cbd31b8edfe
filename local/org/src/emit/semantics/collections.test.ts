/** What is shared and what is copied. */
import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

describe("a collection", () => {
  it.each([
    [
      "is shared by assignment",
      "List<Integer> a = new List<Integer>{ 1 }; List<Integer> b = a; b.add(2); System.debug(a);",
      "(1, 2)",
    ],
    [
      "is another after clone",
      "List<Integer> a = new List<Integer>{ 1 }; List<Integer> b = a.clone(); b.add(2); System.debug(a);",
      "(1)",
    ],
    [
      "shares its elements with a clone",
      "List<List<Integer>> a = new List<List<Integer>>{ new List<Integer>() }; a.clone()[0].add(2); System.debug(a);",
      "((2))",
    ],
    [
      "is another when made of one",
      "List<Integer> a = new List<Integer>{ 1 }; new List<Integer>(a).add(2); System.debug(a);",
      "(1)",
    ],
    [
      "of no list is empty",
      "List<Integer> none; System.debug(new List<Integer>(none).size());",
      "0",
    ],
    [
      "of options sorts by value, then by label",
      "List<SelectOption> a = new List<SelectOption>{ new SelectOption('b', 'B'), new SelectOption('a', 'Z'), new SelectOption('a', 'A') }; a.sort(); System.debug(a[0].getLabel() + a[1].getLabel() + a[2].getLabel());",
      "AZB",
    ],
    [
      "of a set is in the order of addition",
      "System.debug(new List<String>(new Set<String>{ 'b', 'a' }));",
      "(b, a)",
    ],
    [
      "keeps the place of a key that is put again",
      "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; m.put('a', 3); System.debug(m);",
      "{a=3, b=2}",
    ],
    [
      "loses a key through its key set",
      "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1, 'b' => 2 }; m.keySet().remove('a'); System.debug(m);",
      "{b=2}",
    ],
    [
      "gives its values as another list",
      "Map<String, Integer> m = new Map<String, Integer>{ 'a' => 1 }; m.values().add(2); System.debug(m.size());",
      "1",
    ],
    ["of a size holds nulls", "System.debug(new Integer[2]);", "(null, null)"],
    [
      "takes null as key and element",
      "System.debug(new Map<String, Integer>{ null => 1 }.get(null) + new Set<String>{ null }.size());",
      "2",
    ],
    [
      "sorts numbers as numbers, null first",
      "List<Integer> a = new List<Integer>{ 10, 9, null }; a.sort(); System.debug(a);",
      "(null, 9, 10)",
    ],
    [
      "sorts text by case",
      "List<String> a = new List<String>{ 'b', 'A', 'a' }; a.sort(); System.debug(a);",
      "(A, a, b)",
    ],
    [
      "widens what is added",
      "List<Decimal> a = new List<Decimal>{ 1 }; a.add(2); System.debug(a[0] / 3 > 0.3);",
      "true",
    ],
    [
      "nests",
      "Map<String, List<Integer>> m = new Map<String, List<Integer>>(); m.put('a', new List<Integer>()); m.get('a').add(1); System.debug(m);",
      "{a=(1)}",
    ],
    [
      "is hashed by content",
      "Map<List<Integer>, String> m = new Map<List<Integer>, String>{ new List<Integer>{ 1 } => 'x' }; System.debug(m.get(new List<Integer>{ 1 }));",
      "x",
    ],
  ])("%s", (_rule, block, line) => {
    expect(runApex(block).debug).toEqual([line]);
  });

  it.each([
    "Set<Integer> s = new Set<Integer>{ 1 }; for (Integer i : s) { s.remove(i); } System.debug(s);",
    "Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer i : s) { s.clear(); break; } System.debug(s);",
    "Set<Integer> s = new Set<Integer>{ 1 }; for (Integer i : s) { for (Integer k : s) { s.remove(k); } } System.debug(s);",
    "Map<Integer, String> s = new Map<Integer, String>{ 1 => 'x' }; for (Integer i : s.keySet()) { s.remove(i); } System.debug(s);",
  ])("a set changes in the last turn of its loop: %s", (block) => {
    const { debug, exception } = runApex(block);
    expect(exception).toBeNull();
    expect(debug).toEqual(["{}"]);
  });

  it("a map changes while its keys are walked, and a set takes what it has", () => {
    const { debug, exception } = runApex(`
      Map<Integer, String> m = new Map<Integer, String>{ 1 => 'x', 2 => 'y' };
      for (Integer i : m.keySet()) { m.remove(i); m.put(i, 'z'); }
      Set<Integer> s = new Set<Integer>{ 1, 2 };
      for (Integer i : s) { s.add(2); s.remove(9); }
      System.debug(m);
    `);
    expect(exception).toBeNull();
    expect(debug).toEqual(["{1=z, 2=z}"]);
  });

  it.each([
    ["new List<Integer>()[0] = 1;", "System.ListException: List index out of bounds: 0"],
    ["new List<Integer>().get(-1);", "System.ListException: List index out of bounds: -1"],
    [
      "Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer i : s) { s.add(3); }",
      "System.FinalException: Cannot modify a collection while it is being iterated.",
    ],
    [
      "Set<Integer> s = new Set<Integer>{ 1, 2 }; for (Integer i : s) { s.clear(); }",
      "System.FinalException: Cannot modify a collection while it is being iterated.",
    ],
  ])("`%s` raises %s", (block, headline) => {
    expect(runApex(block).exception?.headline).toBe(headline);
  });
});

describe("hash codes", () => {
  it("of equal collections are equal, whatever they hold", () => {
    const { debug, exception } = apex().class(
      "public class P { public String n; public P(String n) { this.n = n; } public Boolean equals(Object o) { return o instanceof P && ((P) o).n == n; } public override Integer hashCode() { return System.hashCode(n); } }",
    ).run(`
        System.debug(System.hashCode(new P('a')) == System.hashCode('a'));
        System.debug(new List<P>{ new P('a') }.hashCode() == new List<P>{ new P('a') }.hashCode());
        System.debug(System.hashCode(new Set<P>{ new P('a') }) == System.hashCode(new Set<P>{ new P('a') }));
        System.debug(new Map<String, P>{ 'k' => new P('a') }.hashCode() == new Map<String, P>{ 'k' => new P('a') }.hashCode());
        System.debug(new List<Integer>{ 1, 2 }.hashCode());
        System.debug(new List<Integer>{ 1, 2 }.hashCode() == new List<Integer>{ 2, 1 }.hashCode());`);
    expect(exception).toBeNull();
    expect(debug).toEqual(["true", "true", "true", "true", "994", "false"]);
  });
});
