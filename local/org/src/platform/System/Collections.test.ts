import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

describe("List, Set and Map", () => {
  it("has the members of List", () => {
    const { debug } = runApex(`
      List<String> l = new List<String>{ 'b', 'A', null, 'a' };
      l.sort();
      System.debug(l);
      l.add(1, 'x');
      System.debug(l.remove(0) + ' ' + l.size() + ' ' + l.indexOf('a') + ' ' + l.contains('B'));
      List<String> c = l.clone();
      c[0] = 'changed';
      System.debug(l[0] + c[0]);
      List<List<Integer>> nested = new List<List<Integer>>{ new List<Integer>{ 1 } };
      System.debug(nested[0][0]);
      Integer[] sized = new Integer[2];
      System.debug(sized);
      l.addAll(new Set<String>{ 'q' });
      System.debug(l.isEmpty());
    `);

    expect(debug).toEqual([
      "(null, A, a, b)",
      "null 4 2 false",
      "xchanged",
      "1",
      "(null, null)",
      "false",
    ]);
  });

  it("takes a list or map of a narrower type into one of a wider, whose elements they become", () => {
    const { debug } = runApex(`
      List<Long> longs = new List<Long>();
      longs.addAll(new List<Integer>{ 2147483647, null });
      System.debug(longs[0] + 1);
      List<Decimal> decimals = new List<Decimal>{ 0.5 };
      decimals.addAll(new List<Integer>{ 3 });
      decimals.addAll(new List<Long>{ 4L });
      decimals.addAll(new List<Double>{ 1.25 });
      System.debug(decimals[1] / 2);
      System.debug(decimals);
      List<Double> doubles = new List<Double>();
      doubles.addAll(new List<Integer>{ 3 });
      System.debug(doubles[0] / 2);
      List<Datetime> times = new List<Datetime>();
      times.addAll(new List<Date>{ Date.newInstance(2026, 1, 2) });
      System.debug(times[0].hourGmt());
      Map<String, Decimal> prices = new Map<String, Decimal>();
      prices.putAll(new Map<String, Integer>{ 'a' => 3 });
      System.debug(prices.get('a') / 2);
    `);

    expect(debug).toEqual(["2147483648", "1.5", "(0.5, 3, 4, 1.25)", "1.5", "0", "1.5"]);
  });

  it("has the members of Set", () => {
    const { debug } = runApex(`
      Set<Integer> s = new Set<Integer>{ 1, 2, 3, 2 };
      System.debug(s.size() + ' ' + s.add(3) + ' ' + s.add(4));
      System.debug(s.retainAll(new List<Integer>{ 2, 3, 9 }));
      System.debug(s);
      System.debug(s.containsAll(new Set<Integer>{ 2 }) + ' ' + s.removeAll(new Set<Integer>{ 7 }));
      Iterator<Integer> it = s.iterator();
      while (it.hasNext()) { System.debug(it.next()); }
    `);

    expect(debug).toEqual(["3 false true", "true", "{2, 3}", "true false", "2", "3"]);
  });

  it("has the members of Map, in insertion order, with a live key set", () => {
    const { debug } = runApex(`
      Map<String, Integer> m = new Map<String, Integer>{ 'b' => 1, 'a' => 2 };
      System.debug(m.put('b', 5) + ' ' + m.put('c', 6) + ' ' + m.get('zzz'));
      System.debug(m.keySet() + ' ' + m.values());
      m.keySet().remove('a');
      System.debug(m + ' ' + m.containsKey('A'));
      Map<String, Integer> copy = new Map<String, Integer>(m);
      copy.remove('b');
      System.debug(m.size() + ' ' + copy.size());
      Map<Decimal, String> byNumber = new Map<Decimal, String>{ 1.0 => 'one' };
      System.debug(byNumber.get(1));
    `);

    expect(debug).toEqual(["1 null null", "{b, a, c} (5, 2, 6)", "{b=5, c=6} false", "2 1", "one"]);
  });

  it("raises ListException for a position outside the list", () => {
    expect(runApex("List<Integer> l = new List<Integer>(); l.remove(0);").exception?.headline).toBe(
      "System.ListException: List index out of bounds: 0",
    );
  });
});
