/** A method implements an interface's when its parameters take all that the interface's do. */
import { expect, it } from "vitest";
import { ACCOUNT, schemaFixture } from "../../store/fixture/small-schema.ts";
import { apex } from "../../testing/apex.ts";

it("answers for every signature of the interface it is wide enough for", () => {
  const { debug } = apex()
    .schema(schemaFixture([ACCOUNT]))
    .class(
      "public interface Index { String find(SObject key); String find(Map<String, Object> key); }",
    )
    .class(
      "public class Leaf implements Index { public String find(Object key) { return 'found'; } }",
    )
    .run(
      "Index i = new Leaf(); System.debug(i.find(new Account()) + i.find(new Map<String, Object>()));",
    );
  expect(debug).toEqual(["foundfound"]);
});

it("answers for an abstract method of another class though it is private, as it may be before version 65", () => {
  const { debug } = apex()
    .class(
      "public abstract class Base { abstract String name(); public String greeting() { return 'Hello ' + name(); } }",
      64,
    )
    .class("public class Leaf extends Base { private String name() { return 'leaf'; } }")
    .run("System.debug(new Leaf().greeting());");
  expect(debug).toEqual(["Hello leaf"]);
});
