import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { platformCatalog } from "../signatures/catalog.ts";
import { assignability, isAssignable, type Purpose } from "./assignability.ts";
import { castability } from "./castability.ts";
import { displayType } from "./display.ts";
import { promoted, widens } from "./numeric.ts";
import { sameType } from "./same-type.ts";
import { TypeHierarchy } from "./type-hierarchy.ts";
import type { Type } from "./type.ts";
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  EXCEPTION,
  ID,
  INTEGER,
  listOf,
  LONG,
  mapOf,
  NULL,
  OBJECT,
  platformType,
  setOf,
  SOBJECT,
  sobjectType,
  STRING,
  TIME,
  VOID,
} from "./well-known.ts";

const hierarchy = new TypeHierarchy(platformCatalog());
const ACCOUNT = sobjectType("Account");
const CONTACT = sobjectType("Contact");
const DML_EXCEPTION = platformType("System.DmlException");
const ITERABLE_OF_STRING = platformType("System.Iterable", STRING);

function takes(to: Type, from: Type, purpose: Purpose = "assignment"): boolean {
  return isAssignable(from, to, hierarchy, purpose);
}

describe("assignability", () => {
  it.each([
    [INTEGER, LONG],
    [INTEGER, DOUBLE],
    [INTEGER, DECIMAL],
    [LONG, DECIMAL],
    [DOUBLE, DECIMAL],
    [DECIMAL, DOUBLE],
    [ID, STRING],
    [STRING, ID],
    [DATE, DATETIME],
    [ACCOUNT, SOBJECT],
    [STRING, OBJECT],
    [listOf(STRING), OBJECT],
    [DML_EXCEPTION, EXCEPTION],
    [listOf(ACCOUNT), listOf(SOBJECT)],
    [listOf(SOBJECT), listOf(ACCOUNT)],
    [listOf(STRING), listOf(OBJECT)],
    [listOf(ID), listOf(STRING)],
    [mapOf(STRING, STRING), mapOf(STRING, OBJECT)],
    [mapOf(ID, ACCOUNT), mapOf(ID, SOBJECT)],
    [listOf(STRING), ITERABLE_OF_STRING],
    [setOf(STRING), ITERABLE_OF_STRING],
    [platformType("Database.QueryLocator"), platformType("System.Iterable", SOBJECT)],
  ])("lets %o stand where %o is wanted", (from, to) => {
    expect(takes(to, from), `${displayType(from)} → ${displayType(to)}`).toBe(true);
  });

  it.each([
    [LONG, INTEGER],
    [DECIMAL, INTEGER],
    [DECIMAL, LONG],
    [DATETIME, DATE],
    [STRING, INTEGER],
    [INTEGER, STRING],
    [OBJECT, STRING],
    [SOBJECT, ACCOUNT],
    [ACCOUNT, CONTACT],
    [EXCEPTION, DML_EXCEPTION],
    [setOf(STRING), setOf(OBJECT)],
    [setOf(ACCOUNT), setOf(SOBJECT)],
    [mapOf(ID, SOBJECT), mapOf(ID, ACCOUNT)],
    [listOf(STRING), setOf(STRING)],
    [listOf(INTEGER), listOf(STRING)],
    [VOID, OBJECT],
  ])("refuses %o where %o is wanted", (from, to) => {
    expect(takes(to, from), `${displayType(from)} → ${displayType(to)}`).toBe(false);
  });

  it("takes an iterator of anything as an argument, and assigns just its own", () => {
    const iterator = (of: Type): Type => platformType("System.Iterator", of);
    for (const [to, from] of [
      [OBJECT, STRING],
      [SOBJECT, ACCOUNT],
      [ACCOUNT, SOBJECT],
      [STRING, ID],
    ] as const) {
      expect(takes(iterator(to), iterator(from), "argument")).toBe(true);
      expect(takes(iterator(to), iterator(from))).toBe(false);
    }
  });

  it("takes a Set of just its type and a Map of just its keys, as an argument too", () => {
    for (const purpose of ["assignment", "argument", "strict"] as const) {
      expect(takes(setOf(SOBJECT), setOf(ACCOUNT), purpose)).toBe(false);
      expect(takes(setOf(STRING), setOf(ID), purpose)).toBe(false);
      expect(takes(mapOf(STRING, ACCOUNT), mapOf(ID, ACCOUNT), purpose)).toBe(false);
      expect(takes(mapOf(ID, SOBJECT), mapOf(ID, ACCOUNT), purpose)).toBe(true);
    }
  });

  it("keeps Object, what is a Double and String-to-Id out of the strict round", () => {
    expect(takes(OBJECT, STRING, "strict")).toBe(false);
    expect(takes(DECIMAL, DOUBLE, "strict")).toBe(false);
    expect(takes(DOUBLE, INTEGER, "strict")).toBe(true);
    expect(takes(ID, STRING, "strict")).toBe(false);
    expect(takes(DECIMAL, INTEGER, "strict")).toBe(true);
  });

  it("names the conversion a value must go through", () => {
    const conversionOf = (from: Type, to: Type): unknown =>
      assignability(from, to, hierarchy, "assignment");

    expect(conversionOf(INTEGER, DECIMAL)).toMatchObject({
      conversion: { kind: "numeric", from: "Integer", to: "Decimal" },
    });
    expect(conversionOf(STRING, ID)).toMatchObject({ conversion: { kind: "stringToId" } });
    expect(conversionOf(DATE, DATETIME)).toMatchObject({ conversion: { kind: "dateToDatetime" } });
    expect(conversionOf(ID, STRING)).toMatchObject({ conversion: null });
  });

  const types = fc.letrec<{ type: Type }>((tie) => ({
    type: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom<Type>(
        ...[BOOLEAN, INTEGER, LONG, DOUBLE, DECIMAL, STRING, ID, DATE, DATETIME, TIME, BLOB],
        ...[OBJECT, SOBJECT, ACCOUNT, CONTACT, EXCEPTION, DML_EXCEPTION],
      ),
      tie("type").map(listOf),
      tie("type").map(setOf),
      fc.tuple(tie("type"), tie("type")).map(([key, value]) => mapOf(key, value)),
    ),
  })).type;

  it("takes null and a value of the very type everywhere", () => {
    fc.assert(
      fc.property(types, (type) => {
        expect(takes(type, NULL)).toBe(true);
        expect(takes(type, type)).toBe(true);
      }),
    );
  });

  it("refuses as an argument, of what it takes in an assignment, a Decimal for a Double alone", () => {
    expect(takes(DOUBLE, DECIMAL, "argument")).toBe(false);
    fc.assert(
      fc.property(types, types, (from, to) => {
        fc.pre(from !== DECIMAL || to !== DOUBLE);
        if (takes(to, from)) expect(takes(to, from, "argument")).toBe(true);
      }),
    );
  });

  it("lets a cast say whatever an assignment may do", () => {
    fc.assert(
      fc.property(types, types, (from, to) => {
        if (takes(to, from)) expect(castability(from, to, hierarchy).isAssignable).toBe(true);
      }),
    );
  });

  it("displays two types alike only if they are the same", () => {
    fc.assert(
      fc.property(types, types, (a, b) => {
        expect(displayType(a) === displayType(b)).toBe(sameType(a, b));
      }),
    );
  });
});

describe("castability", () => {
  it("checks what comes out of an Object", () => {
    expect(castability(OBJECT, INTEGER, hierarchy)).toMatchObject({
      conversion: { kind: "unboxTo", to: INTEGER },
    });
    expect(castability(OBJECT, ACCOUNT, hierarchy)).toMatchObject({
      conversion: { kind: "cast", to: ACCOUNT },
    });
  });

  it("narrows a number by saying so", () => {
    expect(castability(DECIMAL, INTEGER, hierarchy)).toMatchObject({
      conversion: { kind: "numeric", from: "Decimal", to: "Integer" },
    });
  });

  it("checks a list of records against its new element type", () => {
    expect(castability(listOf(SOBJECT), listOf(ACCOUNT), hierarchy)).toMatchObject({
      conversion: { kind: "cast", to: listOf(ACCOUNT) },
    });
  });

  it("refuses two types that have no value in common", () => {
    expect(castability(STRING, INTEGER, hierarchy).isAssignable).toBe(false);
    expect(castability(ACCOUNT, CONTACT, hierarchy).isAssignable).toBe(false);
  });
});

describe("numeric promotion", () => {
  const numerics = fc.constantFrom("Integer", "Long", "Double", "Decimal");

  it("gives the same type whichever operand comes first, and one both widen to", () => {
    fc.assert(
      fc.property(numerics, numerics, (a, b) => {
        const result = promoted(a, b);

        expect(promoted(b, a)).toBe(result);
        expect(widens(a, result) && widens(b, result)).toBe(true);
      }),
    );
  });
});
