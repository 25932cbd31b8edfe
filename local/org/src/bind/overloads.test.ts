import { describe, expect, it } from "vitest";
import { platformCatalog } from "../signatures/catalog.ts";
import { TypeHierarchy } from "../types/type-hierarchy.ts";
import type { Type } from "../types/type.ts";
import {
  DECIMAL,
  DOUBLE,
  INTEGER,
  listOf,
  LONG,
  NULL,
  OBJECT,
  SOBJECT,
  sobjectType,
  STRING,
} from "../types/well-known.ts";
import { resolveOverload } from "./overloads.ts";

const hierarchy = new TypeHierarchy(platformCatalog());
const ACCOUNT = sobjectType("Account");

function chosen(overloads: readonly Type[], argument: Type, isQuery = false): Type | string {
  const resolution = resolveOverload(
    overloads.map((parameter) => ({ parameters: [parameter] })),
    [{ type: argument, isQuery }],
    hierarchy,
  );
  return resolution.kind === "found"
    ? (resolution.candidate.parameters[0] ?? "no parameter")
    : resolution.kind;
}

describe("resolveOverload", () => {
  it("prefers the exact type", () => {
    expect(chosen([OBJECT, LONG, INTEGER], INTEGER)).toEqual(INTEGER);
  });

  it("prefers the nearest widening", () => {
    expect(chosen([OBJECT, DECIMAL, LONG], INTEGER)).toEqual(LONG);
  });

  it.each([INTEGER, LONG])("prefers Double to Decimal for a whole number: %o", (number) => {
    expect(chosen([DECIMAL, DOUBLE], number)).toEqual(DOUBLE);
    expect(chosen([DOUBLE, DECIMAL], number)).toEqual(DOUBLE);
  });

  it("takes no Decimal for a Double, but into what holds Doubles", () => {
    const given = [{ type: DECIMAL, isQuery: false }];
    const taking = (owner: string): string =>
      resolveOverload([{ parameters: [DOUBLE], owner }], given, hierarchy).kind;

    expect(chosen([DOUBLE], DECIMAL)).toBe("none");
    expect(taking("System.Math")).toBe("none");
    expect([taking("List"), taking("Set"), taking("Map")]).toEqual(["found", "found", "found"]);
  });

  it("falls back to Object", () => {
    expect(chosen([OBJECT, STRING], INTEGER)).toEqual(OBJECT);
  });

  it("prefers SObject to Object for a record", () => {
    expect(chosen([OBJECT, SOBJECT], ACCOUNT)).toEqual(SOBJECT);
  });

  it("prefers the list's own element type", () => {
    expect(chosen([listOf(SOBJECT), listOf(ACCOUNT)], listOf(ACCOUNT))).toEqual(listOf(ACCOUNT));
  });

  it("gives null to the most specific parameter", () => {
    expect(chosen([OBJECT, STRING], NULL)).toEqual(STRING);
  });

  it("calls null between unrelated types ambiguous", () => {
    expect(chosen([INTEGER, STRING], NULL)).toBe("ambiguous");
  });

  it("finds none when no parameter fits", () => {
    expect(chosen([STRING], INTEGER)).toBe("none");
    expect(
      resolveOverload([{ parameters: [] }], [{ type: STRING, isQuery: false }], hierarchy).kind,
    ).toBe("none");
  });

  it("takes a query as its rows where both rows and one row would do", () => {
    expect(chosen([ACCOUNT, listOf(ACCOUNT)], listOf(ACCOUNT), true)).toEqual(listOf(ACCOUNT));
    expect(chosen([ACCOUNT, listOf(SOBJECT)], listOf(ACCOUNT), true)).toEqual(listOf(SOBJECT));
  });

  it("takes a query as one row where a record is wanted", () => {
    expect(chosen([ACCOUNT], listOf(ACCOUNT), true)).toEqual(ACCOUNT);
    expect(chosen([ACCOUNT], listOf(ACCOUNT), false)).toBe("none");
  });
});
