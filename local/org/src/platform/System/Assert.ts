/** System.Assert. Source: Apex Reference, "Assert Class". */
import { isInstance, runtimeTypeOf } from "../../runtime/runtime-type-of.ts";
import { concatText } from "../../runtime/text.ts";
import { typeName } from "../../runtime/type.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { assertEqual, assertNotEqual, assertTrue, failAssertion } from "./System.ts";

function check(holds: boolean, message: unknown, details: () => string): void {
  if (!holds) failAssertion(message, details());
}

export const assertBehaviour = platformType({
  type: "System.Assert",
  statics: {
    areEqual: assertEqual,
    areNotEqual: assertNotEqual,
    isTrue: assertTrue,
    isFalse: (condition: boolean | null, message: unknown = null) =>
      check(condition === false, message, () => "Expected: false, Actual: true"),
    isNull: (value: unknown, message: unknown = null) =>
      check(value === null, message, () => `Expected: null, Actual: ${concatText(value)}`),
    isNotNull: (value: unknown, message: unknown = null) =>
      check(value !== null, message, () => "Expected: not null, Actual: null"),
    fail: (message: unknown = null) => failAssertion(message, ""),
    isInstanceOfType: (value: unknown, type: TypeValue, message: unknown = null) =>
      check(
        isInstance(value, type.type),
        message,
        () => `Expected type: ${type.name}, Actual: ${actualType(value)}`,
      ),
    isNotInstanceOfType: (value: unknown, type: TypeValue, message: unknown = null) =>
      check(!isInstance(value, type.type), message, () => `Not expected type: ${type.name}`),
  },
});

function actualType(value: unknown): string {
  return value === null ? "null" : typeName(runtimeTypeOf(value));
}
