import type { ApexDate } from "../../runtime/date.ts";
/** `Assertion Failed: message: Expected: 1, Actual: 2`; cannot be caught. */
export declare function failAssertion(message: unknown, details: string): never;
/** Texts by case, unlike ==. */
export declare function assertEqual(expected: unknown, actual: unknown, message?: unknown): void;
/** `Assertion Failed: message: Same value: 1`. */
export declare function assertNotEqual(expected: unknown, actual: unknown, message?: unknown): void;
export declare function assertTrue(condition: boolean | null, message?: unknown): void;
export declare const systemBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
/** The day in the running user's time zone. */
export declare function today(): ApexDate;
