/** Order of evaluation and flow of control. */
import { describe, expect, it } from "vitest";
import { runApex } from "../../testing/apex.ts";

const TRACE =
  "Integer t(Integer i) { System.debug('t' + i); return i; } Boolean b(Boolean v, String s) { System.debug(s); return v; } ";

describe("the order of evaluation", () => {
  it.each([
    ["operands, left first", "System.debug(t(1) + t(2) * t(3));", ["t1", "t2", "t3", "7"]],
    ["arguments, left first", "System.debug(Math.max(t(2), t(1)));", ["t2", "t1", "2"]],
    ["&& stops at false", "System.debug(b(false, 'l') && b(true, 'r'));", ["l", "false"]],
    ["|| stops at true", "System.debug(b(true, 'l') || b(true, 'r'));", ["l", "true"]],
    ["& does not stop", "System.debug(b(false, 'l') & b(true, 'r'));", ["l", "r", "false"]],
    ["one branch of a conditional", "System.debug(true ? t(1) : t(2));", ["t1", "1"]],
    ["?? stops at a value", "System.debug(t(1) ?? t(2));", ["t1", "1"]],
    [
      "the target of a compound assignment once",
      "List<Integer> l = new List<Integer>{ 1 }; l[t(0)] += t(5); System.debug(l[0]);",
      ["t0", "t5", "6"],
    ],
    [
      "the target of an increment once",
      "List<Integer> l = new List<Integer>{ 1 }; System.debug(l[t(0)]++ + ' ' + l[0]);",
      ["t0", "1 2"],
    ],
    [
      "a chain of assignments",
      "Integer x; Integer y = x = t(4); System.debug(x + y);",
      ["t4", "8"],
    ],
    [
      "nothing right of a null in a safe chain",
      "List<Integer> l; System.debug(l?.get(t(0)));",
      ["null"],
    ],
  ])("%s", (_rule, block, lines) => {
    expect(runApex(TRACE + block).debug).toEqual(lines);
  });
});

describe("switch", () => {
  const onText =
    "String f(String s) { switch on s { when 'a', 'b' { return 'ab'; } when null { return 'none'; } when else { return 'else'; } } } ";

  it("on a String minds case", () => {
    const { debug } = runApex(`${onText} System.debug(f('a') + f('b') + f('A') + f(null));`);

    expect(debug).toEqual(["ababelsenone"]);
  });

  it("on numbers and enums", () => {
    const { debug } = runApex(`
      enum Season { SPRING, FALL }
      String f(Season s) { switch on s { when SPRING { return 'spring'; } when else { return 'other'; } } }
      String g(Integer i) { switch on i { when 1, -2 { return 'hit'; } } return 'miss'; }
      String h(Long l) { switch on l { when 5L { return 'hit'; } when else { return 'miss'; } } }
      System.debug(f(Season.SPRING) + f(Season.FALL) + f(null) + g(1) + g(-2) + g(2) + h(5) + h(6));`);

    expect(debug).toEqual(["springotherotherhithitmisshitmiss"]);
  });

  it("lets break and continue act on the loop around it", () => {
    const { debug } = runApex(`
      for (Integer i = 0; i < 5; i++) {
        switch on i { when 1 { continue; } when 3 { break; } when else { System.debug(i); } }
        System.debug('after ' + i);
      }`);

    expect(debug).toEqual(["0", "after 0", "2", "after 2"]);
  });
});

describe("try", () => {
  it.each([
    [
      "finally runs after a return",
      "Integer f() { try { return 1; } finally { System.debug('f'); } } System.debug(f());",
      ["f", "1"],
    ],
    [
      "the value was computed before finally",
      "Integer f() { Integer i = 1; try { return i; } finally { i = 2; } } System.debug(f());",
      ["1"],
    ],
    [
      "finally runs when a loop is left",
      "for (Integer i = 0; i < 2; i++) { try { if (i == 0) { continue; } break; } finally { System.debug('f' + i); } }",
      ["f0", "f1"],
    ],
    [
      "a rethrown exception passes the finally of each level",
      "try { try { throw new IllegalArgumentException('x'); } catch (IllegalArgumentException e) { throw e; } finally { System.debug('inner'); } } catch (Exception e) { System.debug(e.getTypeName() + ' ' + e.getMessage()); } finally { System.debug('outer'); }",
      ["inner", "System.IllegalArgumentException x", "outer"],
    ],
    [
      "the first clause that fits takes it",
      "try { Integer i = 1 / 0; } catch (ListException e) { System.debug('list'); } catch (MathException e) { System.debug('math'); } catch (Exception e) { System.debug('any'); }",
      ["math"],
    ],
    [
      "an exception of finally takes the place of the first",
      "try { try { Integer i = 1 / 0; } finally { throw new IllegalArgumentException('later'); } } catch (Exception e) { System.debug(e.getMessage()); }",
      ["later"],
    ],
  ])("%s", (_rule, block, lines) => {
    expect(runApex(block).debug).toEqual(lines);
  });
});

describe("a loop", () => {
  it.each([
    ["do runs once at least", "Integer i = 9; do { i++; } while (i < 5); System.debug(i);", ["10"]],
    [
      "for may lack every part",
      "Integer i = 0; for (;;) { if (i++ > 2) { break; } } System.debug(i);",
      ["4"],
    ],
    [
      "its variable is gone afterwards",
      "for (Integer i = 0; i < 1; i++) {} Integer i = 5; System.debug(i);",
      ["5"],
    ],
    [
      "continue still updates",
      "Integer n = 0; for (Integer i = 0; i < 4; i++) { if (i == 1) { continue; } n += i; } System.debug(n);",
      ["5"],
    ],
    [
      "over a list reads its elements as they come",
      "List<Integer> l = new List<Integer>{ 1, 2 }; for (Integer i : l) { l[1] = 9; System.debug(i); }",
      ["1", "9"],
    ],
    [
      "over a set keeps the order of addition",
      "for (String s : new Set<String>{ 'b', 'a', 'b' }) { System.debug(s); }",
      ["b", "a"],
    ],
    [
      "over the keys of a map",
      "for (String s : new Map<String, Integer>{ 'b' => 1, 'a' => 2 }.keySet()) { System.debug(s); }",
      ["b", "a"],
    ],
  ])("%s", (_rule, block, lines) => {
    expect(runApex(block).debug).toEqual(lines);
  });
});
