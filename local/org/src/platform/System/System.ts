/** System.System: the static methods written as `System.debug(…)`. */
import { raise } from "../../runtime/exception.ts";
import { equalOperands, equalValues } from "../../runtime/equality.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import type { ApexDate } from "../../runtime/date.ts";
import { ApexDatetime } from "../../runtime/datetime.ts";
import { toId18 } from "../../runtime/id.ts";
import { currentLine } from "../../runtime/stack.ts";
import { concatText } from "../../runtime/text.ts";
import { transaction } from "../../runtime/transaction.ts";
import { hashOf } from "./Object.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { dayInZone } from "../../runtime/time-zones.ts";

function debug(level: string, message: unknown): void {
  const text = concatText(message);
  transaction().debug({
    level,
    text,
    // Looking through the stack takes longer than all the rest: only for who reads it.
    get line() {
      return currentLine();
    },
  });
}

/** `Assertion Failed: message: Expected: 1, Actual: 2`; cannot be caught. */
export function failAssertion(message: unknown, details: string): never {
  const parts = [
    "Assertion Failed",
    ...(message === null || message === undefined ? [] : [concatText(message)]),
    ...(details === "" ? [] : [details]),
  ];
  return raise("System.AssertException", parts.join(": "));
}

/** Texts by case, unlike ==. */
export function assertEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (!equalValues(expected, actual) && !isSameId(expected, actual))
    failAssertion(message, `Expected: ${concatText(expected)}, Actual: ${concatText(actual)}`);
}

/** An Id is equal to the text of its 15 characters. */
function isSameId(one: unknown, other: unknown): boolean {
  if (typeof one !== "string" || typeof other !== "string" || one.length === other.length)
    return false;
  const id = toId18(one);
  return id !== null && id === toId18(other);
}

/** `Assertion Failed: message: Same value: 1`. */
export function assertNotEqual(expected: unknown, actual: unknown, message: unknown = null): void {
  if (equalValues(expected, actual)) failAssertion(message, `Same value: ${concatText(actual)}`);
}

export function assertTrue(condition: boolean | null, message: unknown = null): void {
  if (condition !== true) failAssertion(message, "");
}

export const systemBehaviour = platformType({
  type: "System.System",
  statics: {
    "debug(Object)": (message: unknown) => debug("DEBUG", message),
    "debug(Object,Object)": (level: ApexEnum, message: unknown) => debug(level.name, message),
    "Assert(Boolean)": assertTrue,
    "Assert(Boolean,Object)": assertTrue,
    assertEquals: assertEqual,
    assertNotEquals: assertNotEqual,
    now: () => new ApexDatetime(transaction().host.clock.now()),
    today: () => today(),
    currentTimeMillis: () => BigInt(transaction().host.clock.now()),
    equals: equalOperands,
    hashCode: hashOf,
    isBatch: () => transaction().quiddity === "BATCH_APEX",
    isFuture: () => transaction().quiddity === "FUTURE",
    isQueueable: () => transaction().quiddity === "QUEUEABLE",
    isScheduled: () => transaction().quiddity === "SCHEDULED",
  },
});

/** The day in the running user's time zone. */
export function today(): ApexDate {
  const running = transaction();
  return dayInZone(running.host.clock.now(), running.user.timeZone);
}
