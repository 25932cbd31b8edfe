/** When a null receiver raises, and when it reads as null. */
import { describe, expect, it } from "vitest";
import { ACCOUNT, schemaFixture } from "../../store/fixture/small-schema.ts";
import { apex, runApex } from "../../testing/apex.ts";

const HOLDER = `public class Holder {
  public Account parent;
  public Object bare() { return parent.Name; }
  public Object named() { return this.parent.Name; }
  public Object id() { return this.parent.Id; }
}`;

const NULL_RECEIVER = "System.NullPointerException: Attempt to de-reference a null object";

describe("a null receiver", () => {
  it.each([
    ["System.debug(new Holder().named());", ["null"], undefined],
    ["System.debug(new Holder().parent.Name);", ["null"], undefined],
    ["System.debug(new Holder().bare());", [], NULL_RECEIVER],
    ["System.debug(new Holder().id());", [], NULL_RECEIVER],
    ["Account a; System.debug(a.Name);", [], NULL_RECEIVER],
  ])("of a record's field: %s", (block, debug, headline) => {
    const run = apex()
      .schema(schemaFixture([ACCOUNT]))
      .class(HOLDER)
      .run(block);
    expect([run.debug, run.exception?.headline]).toEqual([debug, headline]);
  });

  it.each([
    "SObject none; try { none.getSObject(names.remove(0)); } catch (NullPointerException e) { System.debug(names); }",
    "Taker none; try { none.take(names.remove(0)); } catch (NullPointerException e) { System.debug(names); }",
  ])("raises after the arguments were evaluated: %s", (block) => {
    const { debug } = apex()
      .class("public class Taker { public void take(String name) {} }")
      .run(`List<String> names = new List<String>{ 'a', 'b' }; ${block}`);
    expect(debug).toEqual(["(b)"]);
  });

  it("does not disturb arguments that call methods of their own", () => {
    const { debug } = runApex(
      "Map<String, Integer> m = new Map<String, Integer>(); m.put('a'.toUpperCase(), m.size() + 1); m.put('b'.toUpperCase(), m.get('A'.trim())); System.debug(m);",
    );
    expect(debug).toEqual(["{A=1, B=1}"]);
  });
});
