import { describe, expect, it } from "vitest";
import { correct } from "./correction.ts";

describe("a corrected declaration", () => {
  it("is the stub where nothing is to be corrected", () => {
    expect(correct({ methods: ["void run()"] }, undefined)).toEqual({ methods: ["void run()"] });
  });

  it("replaces the member of the same name and parameter types, whatever the parameters are called", () => {
    const stub = { methods: ["Object get(String key)", "Object get(Integer index)"] };

    const corrected = correct(stub, { methods: ["String get(String name)"] });

    expect(corrected.methods).toEqual(["Object get(Integer index)", "String get(String name)"]);
  });

  it("leaves out all members of a name that does not exist", () => {
    const stub = { methods: ["void a()", "void b()", "void b(String s)"], fields: ["Integer B"] };

    const corrected = correct(stub, { without: ["b"] });

    expect(corrected).toMatchObject({ methods: ["void a()"], fields: [] });
  });

  it("opens a class the stub seals, and keeps the seal otherwise", () => {
    expect(correct({ sealed: true }, { open: true }).sealed).toBeUndefined();
    expect(correct({ sealed: true }, { fields: ["Integer X"] }).sealed).toBe(true);
  });

  it("puts constants in the correction's order, and the stub's others after them", () => {
    const corrected = correct({ constants: ["A", "B", "C"] }, { constants: ["C", "A"] });
    expect(corrected.constants).toEqual(["C", "A", "B"]);
  });

  it("declares a type that has no stub", () => {
    expect(correct(undefined, { extends: "System.Exception" }).extends).toBe("System.Exception");
  });
});
