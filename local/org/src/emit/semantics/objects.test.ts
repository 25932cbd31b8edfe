/** Classes, interfaces, enums and casts. */
import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

describe("a class", () => {
  it("calls the override of a virtual method also from a constructor, before its own fields are set", () => {
    const { debug } = apex()
      .class(
        "public virtual class Base { public Base() { System.debug(name()); } public virtual String name() { return 'base'; } }",
      )
      .class(
        "public class Child extends Base { String part = 'set'; public Child() { super(); System.debug(part); } public override String name() { return 'child'; } }",
      )
      .run("new Child();");

    expect(debug).toEqual(["child", "set"]);
  });

  it("runs static initialisers in textual order, on first use and not before", () => {
    const { debug } = apex()
      .class(
        "public class Lazy { static { System.debug('one'); } public static Integer value = say(2); static { System.debug('three'); } static Integer say(Integer i) { System.debug('two'); return i; } }",
      )
      .run("System.debug('before'); System.debug(Lazy.value);");

    expect(debug).toEqual(["before", "one", "two", "three", "2"]);
  });

  it("lets inner classes use the statics around them, private ones too", () => {
    const { debug } = apex()
      .class(
        "public class Whole { private static Integer count = 1; private static Integer next() { return ++count; } public class Nested { public Integer f() { return next() + count; } } }",
      )
      .run("System.debug(new Whole.Nested().f());");

    expect(debug).toEqual(["4"]);
  });

  it("has automatic, custom and private accessors", () => {
    const { debug } = apex()
      .class(
        "public class P { public Integer a { get; set; } public Integer b { get { return a * 2; } private set { a = value + 1; } } public P() { b = 4; } public static String s { get { if (s == null) { s = 'made'; } return s; } private set; } }",
      )
      .run("P made = new P(); made.a += 1; System.debug(made.a + ' ' + made.b + ' ' + P.s);");

    expect(debug).toEqual(["6 12 made"]);
  });

  it("is compared by its own equals and hashCode in maps, sets, == and contains", () => {
    const { debug } = apex()
      .class(
        "public class Point { Integer x; public Point(Integer x) { this.x = x; } public Boolean equals(Object other) { return other instanceof Point && ((Point) other).x == x; } public Integer hashCode() { return x; } }",
      )
      .run(
        "System.debug(new Map<Point, String>{ new Point(1) => 'one' }.get(new Point(1)) + new Set<Point>{ new Point(1), new Point(1) }.size() + (new Point(1) == new Point(1)) + (new Point(1) === new Point(1)) + new List<Point>{ new Point(2) }.contains(new Point(2)));",
      );

    expect(debug).toEqual(["one1truefalsetrue"]);
  });

  it("without equals is equal to itself only", () => {
    const { debug } = runApex(
      "class A {} A a = new A(); A b = a; System.debug((a == b) + ' ' + (a == new A()) + ' ' + new Set<A>{ a, new A(), b }.size());",
    );

    expect(debug).toEqual(["true false 2"]);
  });

  it("chooses the overload by the static types of the arguments", () => {
    const { debug } = runApex(
      "String f(Object o) { return 'object'; } String f(String s) { return 'string'; } String f(Long l) { return 'long'; } String f(Decimal d) { return 'decimal'; } Object o = 'x'; System.debug(f(o) + f('x') + f(1) + f(1.5) + f(true));",
    );

    expect(debug).toEqual(["objectstringlongdecimalobject"]);
  });
});

describe("an enum", () => {
  it("has names, ordinals, values and text", () => {
    const { debug } = runApex(`
      enum Color { RED, GREEN }
      System.debug(Color.values() + ' ' + Color.GREEN.ordinal() + ' ' + Color.RED.name() + ' ' + Color.valueOf('green') + ' ' + (Color.RED == Color.valueOf('RED')));
      Map<Color, Integer> m = new Map<Color, Integer>{ Color.RED => 1 };
      System.debug(m.get(Color.RED) + ' ' + m);`);

    expect(debug).toEqual(["(RED, GREEN) 1 RED GREEN true", "1 {RED=1}"]);
  });

  it("refuses a name it does not have", () => {
    expect(runApex("enum Color { RED } Color.valueOf('BLUE');").exception?.headline).toMatch(
      /^System\.NoSuchElementException: No enum constant/u,
    );
  });
});

describe("instanceof and casts", () => {
  it.each([
    ["o instanceof String", "Object o = 'x';", "true"],
    ["o instanceof Integer", "Object o = 'x';", "false"],
    ["o instanceof String", "Object o = null;", "false"],
    ["o instanceof List<String>", "Object o = new List<String>();", "true"],
    ["o instanceof List<Integer>", "Object o = new List<String>();", "false"],
    ["o instanceof Map<String, Object>", "Object o = new Map<String, Object>();", "true"],
    ["o instanceof Exception", "Object o = new IllegalArgumentException();", "true"],
    ["(Integer) o + 1", "Object o = 1;", "2"],
    ["(String) o", "Object o = null;", "null"],
    ["((List<Object>) o).size()", "Object o = new List<Object>{ 1 };", "1"],
  ])("%s after `%s` is %s", (expression, before, value) => {
    expect(runApex(`${before} System.debug(${expression});`).debug).toEqual([value]);
  });

  it.each([
    [
      "Object o = 'x'; Integer i = (Integer) o;",
      "Invalid conversion from runtime type String to Integer",
    ],
    [
      "Object o = 1; String s = (String) o;",
      "Invalid conversion from runtime type Integer to String",
    ],
    [
      "Object o = new List<String>(); List<Integer> l = (List<Integer>) o;",
      "Invalid conversion from runtime type List<String> to List<Integer>",
    ],
    ["Integer.valueOf('x');", "Invalid integer: x"],
    ["Id i = (Id) 'nonsense';", "Invalid id: nonsense"],
  ])("`%s` raises %s", (block, message) => {
    expect(runApex(block).exception?.message).toBe(message);
  });

  it("names both classes where a cast fails", () => {
    const { exception } = apex()
      .class("public virtual class Base {}")
      .class("public class Child extends Base {}")
      .run("Base b = new Base(); Child c = (Child) b;");

    expect(exception?.headline).toBe(
      "System.TypeException: Invalid conversion from runtime type Base to Child",
    );
  });
});
