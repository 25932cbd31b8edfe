/** Mocks that a test set for the platform's callouts. */
import type { Transaction } from "../runtime/transaction.ts";
import type { TypeValue } from "../runtime/type-value.ts";
export declare function setMock(running: Transaction, type: TypeValue, mock: unknown): void;
/** The mock of an interface, `System.HttpCalloutMock`; jobs see those of their test. undefined when the test set none. */
export declare function mockOf(running: Transaction, interfaceName: string): unknown;
