/** System.Assert. Source: Apex Reference, "Assert Class". */
import { isInstance, runtimeTypeOf } from "../../runtime/runtime-type-of.js";
import { concatText } from "../../runtime/text.js";
import { typeName } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { assertEqual, assertNotEqual, assertTrue, failAssertion } from "./System.js";
function check(holds, message, details) {
    if (!holds)
        failAssertion(message, details());
}
export const assertBehaviour = platformType({
    type: "System.Assert",
    statics: {
        areEqual: assertEqual,
        areNotEqual: assertNotEqual,
        isTrue: assertTrue,
        isFalse: (condition, message = null) => check(condition === false, message, () => "Expected: false, Actual: true"),
        isNull: (value, message = null) => check(value === null, message, () => `Expected: null, Actual: ${concatText(value)}`),
        isNotNull: (value, message = null) => check(value !== null, message, () => "Expected: not null, Actual: null"),
        fail: (message = null) => failAssertion(message, ""),
        isInstanceOfType: (value, type, message = null) => check(isInstance(value, type.type), message, () => `Expected type: ${type.name}, Actual: ${actualType(value)}`),
        isNotInstanceOfType: (value, type, message = null) => check(!isInstance(value, type.type), message, () => `Not expected type: ${type.name}`),
    },
});
function actualType(value) {
    return value === null ? "null" : typeName(runtimeTypeOf(value));
}
