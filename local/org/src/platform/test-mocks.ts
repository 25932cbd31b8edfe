/** Mocks that a test set for the platform's callouts. */
import type { Transaction } from "../runtime/transaction.ts";
import type { TypeValue } from "../runtime/type-value.ts";
import { outermost } from "../async/outbox.ts";

const KEY = Symbol("mocks");

export function setMock(running: Transaction, type: TypeValue, mock: unknown): void {
  mocksOf(running).set(type.name.toLowerCase(), mock);
}

/** The mock of an interface, `System.HttpCalloutMock`; jobs see those of their test. undefined when the test set none. */
export function mockOf(running: Transaction, interfaceName: string): unknown {
  return (
    mocksOf(running).get(interfaceName.toLowerCase()) ??
    mocksOf(running).get(interfaceName.replace(/^System\./u, "").toLowerCase())
  );
}

function mocksOf(running: Transaction): Map<string, unknown> {
  return outermost(running).attachment(KEY, () => new Map<string, unknown>());
}
