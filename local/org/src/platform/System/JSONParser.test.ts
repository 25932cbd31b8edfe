import { describe, expect, it } from "vitest";
import { apex, runApex } from "../../testing/apex.ts";

describe("JSONParser", () => {
  it("gives the tokens of a document with their texts and names", () => {
    const { debug } = runApex(`
      JSONParser p = JSON.createParser('{"a":1.5,"b":[true,{"c":"d"}],"e":null}');
      while (p.nextToken() != null)
        System.debug(p.getCurrentToken() + '|' + p.getText() + '|' + p.getCurrentName());`);
    expect(debug).toEqual([
      "START_OBJECT|{|null",
      "FIELD_NAME|a|a",
      "VALUE_NUMBER_FLOAT|1.5|a",
      "FIELD_NAME|b|b",
      "START_ARRAY|[|b",
      "VALUE_TRUE|true|null",
      "START_OBJECT|{|null",
      "FIELD_NAME|c|c",
      "VALUE_STRING|d|c",
      "END_OBJECT|}|null",
      "END_ARRAY|]|b",
      "FIELD_NAME|e|e",
      "VALUE_NULL|null|e",
      "END_OBJECT|}|null",
    ]);
  });

  it("reads values as their types, skips children and reads whole objects", () => {
    const { debug, exception } = apex().class(
      "public class Point { public Integer x; public Integer y; }",
    ).run(`
        JSONParser p = JSON.createParser('{"n":7,"d":"2026-01-31","skip":{"deep":[1]},"p":{"x":1,"y":2},"last":true}');
        p.nextToken(); p.nextValue(); System.debug(p.getIntegerValue() + 1);
        p.nextValue(); System.debug(p.getDateValue().year());
        p.nextValue(); p.skipChildren();
        p.nextValue(); Point point = (Point) p.readValueAs(Point.class); System.debug(point.x + point.y);
        System.debug(p.getCurrentToken());
        p.nextValue(); System.debug(p.getBooleanValue());
        p.clearCurrentToken(); System.debug(p.hasCurrentToken() + ' ' + p.getLastClearedToken());`);
    expect(exception).toBeNull();
    expect(debug).toEqual(["8", "2026", "3", "END_OBJECT", "true", "false VALUE_TRUE"]);
  });

  it("refuses a number where there is none", () => {
    expect(
      runApex(`JSONParser p = JSON.createParser('"x"'); p.nextToken(); p.getIntegerValue();`)
        .exception?.headline,
    ).toBe(
      "System.JSONException: Current token (VALUE_STRING) not numeric, can not use numeric value accessors",
    );
  });
});

describe("JSONGenerator", () => {
  it("writes a document step by step", () => {
    const { debug } = runApex(`
      JSONGenerator g = JSON.createGenerator(false);
      g.writeStartObject();
      g.writeStringField('s', 'x'); g.writeNumberField('n', 1.50); g.writeBooleanField('b', true); g.writeNullField('z');
      g.writeDateField('d', Date.newInstance(2026, 1, 31));
      g.writeFieldName('l'); g.writeStartArray(); g.writeNumber(1); g.writeObject(new List<Integer>{2}); g.writeEndArray();
      g.writeEndObject();
      System.debug(g.getAsString() + ' ' + g.isClosed());`);
    expect(debug).toEqual([
      '{"s":"x","n":1.50,"b":true,"z":null,"d":"2026-01-31","l":[1,[2]]} true',
    ]);
  });

  it("refuses a value where a field name belongs", () => {
    expect(
      runApex("JSONGenerator g = JSON.createGenerator(false); g.writeStartObject(); g.writeNull();")
        .exception?.headline,
    ).toBe("System.JSONException: Can not write value, expecting field name");
  });
});
