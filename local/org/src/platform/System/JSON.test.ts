import { describe, expect, it } from "vitest";
import { apex, evaluate, runApex } from "../../testing/apex.ts";

const org = apex()
  .class(`public virtual class Base { public Long number_x; }`)
  .class(
    `public class Order extends Base {
      public enum State { OPEN, CLOSED }
      public String name; public Integer amount = 5; public transient String secret = 's';
      public List<Order> parts; public Map<String, Decimal> prices; public State state;
      public Date due { get; set; }
      public String label { get { return name + '!'; } }
      public Object anything; public Datetime at; public Id recordId; public Boolean isPaid;
      public Order() { name = 'made'; }
    }`,
  );

function debugOf(block: string): readonly string[] {
  const { debug, exception } = org.run(block);
  if (exception !== null) throw new Error(exception.headline);
  return debug;
}

describe("JSON.serialize", () => {
  it.each([
    ["JSON.serialize('a\"b\\n\\u0001')", '"a\\"b\\n\\u0001"'],
    ["JSON.serialize(new List<Object>{1, 2L, 1.50, true, null})", "[1,2,1.50,true,null]"],
    ["JSON.serialize(Double.valueOf('1e10'))", "1.0E10"],
    ["JSON.serialize(Date.newInstance(2026, 1, 31))", '"2026-01-31"'],
    [
      "JSON.serialize(Datetime.newInstanceGmt(2026, 1, 31, 10, 0, 0))",
      '"2026-01-31T10:00:00.000Z"',
    ],
    ["JSON.serialize(Time.newInstance(10, 1, 2, 3))", '"10:01:02.003Z"'],
    ["JSON.serialize(Blob.valueOf('AZ'))", '"QVo="'],
    ["JSON.serialize(new Set<String>{'a'})", '["a"]'],
    ["JSON.serialize(LoggingLevel.ERROR)", '"ERROR"'],
    ["JSON.serialize(new Map<Integer, String>{1 => 'a', 2 => 'b'})", '{"2":"b","1":"a"}'],
  ])("%s is %s", (expression, text) => {
    expect(evaluate(expression)).toBe(text);
  });

  it("writes superclass fields first, each class's from Z to A, getters too and no transient ones", () => {
    expect(
      debugOf("Order o = new Order(); o.number_x = 7; System.debug(JSON.serialize(o, true));"),
    ).toEqual(['{"number_x":7,"name":"made","label":"made!","amount":5}']);
  });

  it("prints pretty as the platform does", () => {
    expect(
      evaluate(
        "JSON.serializePretty(new Map<String, Object>{'a' => new List<Object>{1, new Map<String, Object>{'b' => 2}}, 'e' => new List<Object>(), 'o' => new Map<String, Object>()})",
      ),
    ).toBe('{\n  "o" : { },\n  "e" : [ ],\n  "a" : [ 1, {\n    "b" : 2\n  } ]\n}');
  });

  it.each([
    [
      "List<Object> l = new List<Object>(); l.add(l); JSON.serialize(l);",
      "Direct self-reference leading to cycle",
    ],
    ["JSON.serialize(new HttpRequest());", "Apex Type unsupported in JSON: System.HttpRequest"],
  ])("%s raises %s", (block, message) => {
    expect(runApex(block).exception?.headline).toBe(`System.JSONException: ${message}`);
  });
});

describe("JSON.deserialize", () => {
  it("fills fields by name in any case, keeps initialisers and runs no constructor", () => {
    expect(
      debugOf(`
        Order o = (Order) JSON.deserialize(
          '{"NUMBER_X":"12","parts":[{"name":"p","state":"closed"}],"prices":{"a":1.25},"due":"2026-01-31","at":"2026-01-31T10:00:00+01:00","secret":"x","unknown":1,"isPaid":"true"}',
          Order.class);
        System.debug(o.number_x + ' ' + o.name + ' ' + o.amount + ' ' + o.secret + ' ' + o.isPaid);
        System.debug(o.parts[0].name + ' ' + o.parts[0].state + ' ' + o.prices);
        System.debug(JSON.serialize(o.due) + ' ' + JSON.serialize(o.at));`),
    ).toEqual(["12 null 5 s true", "p CLOSED {a=1.25}", '"2026-01-31" "2026-01-31T09:00:00.000Z"']);
  });

  it("reads collections of primitives", () => {
    expect(
      debugOf(`
        System.debug(((List<Integer>) JSON.deserialize('[1,2]', List<Integer>.class))[1]);
        System.debug(JSON.deserialize('{"1":"a"}', Map<Integer, String>.class));
        System.debug(JSON.deserialize('["a","a"]', Set<String>.class));
        System.debug(JSON.deserialize('null', Order.class));`),
    ).toEqual(["2", "{1=a}", "{a}", "null"]);
  });

  it.each([
    ['\'{"amount":"abc"}\'', 'For input string: "abc" at [line:1, column:2]'],
    ["'{\"anything\":1}'", "Apex Type unsupported in JSON: Object"],
    ["'[]'", "Malformed JSON: Expected '{' at the beginning of object"],
    ["'{\"parts\":{}}'", "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ["'{\"name\":[]}'", "Illegal value for primitive"],
    ['\'{"isPaid":"perhaps"}\'', "Illegal value for boolean: perhaps at [line:1, column:11]"],
    ["''", "No content to map to Object due to end of input"],
    [
      "'{name:1}'",
      "Unexpected character ('n' (code 110)): was expecting double-quote to start field name at [line:1, column:3]",
    ],
  ])("refuses %s", (json, message) => {
    expect(org.run(`JSON.deserialize(${json}, Order.class);`).exception?.headline).toBe(
      `System.JSONException: ${message}`,
    );
  });

  it("refuses a field the class does not have only when strict", () => {
    expect(org.run(`JSON.deserializeStrict('{"x":1}', Order.class);`).exception?.headline).toBe(
      "System.JSONException: Unknown field: Order.x",
    );
  });
});

describe("JSON.deserializeUntyped", () => {
  it("makes maps, lists and the smallest fitting number", () => {
    expect(evaluate(`JSON.deserializeUntyped('{"a":[1,2.50,12345678901,true,null,"x"]}')`)).toBe(
      "{a=(1, 2.50, 12345678901, true, null, x)}",
    );
    expect(evaluate(`JSON.deserializeUntyped('2.5') instanceof Decimal`)).toBe("true");
    expect(evaluate(`JSON.deserializeUntyped('12345678901') instanceof Long`)).toBe("true");
  });

  it("says where a document is none", () => {
    expect(runApex("JSON.deserializeUntyped('oops');").exception?.headline).toBe(
      "System.JSONException: Unexpected character ('o' (code 111)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,2]",
    );
  });
});
