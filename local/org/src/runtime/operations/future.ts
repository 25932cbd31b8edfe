/** Calls of @future methods. */
import { ApexList } from "../list.ts";
import { ApexMap } from "../map.ts";
import { ApexSet } from "../set.ts";
import { transaction } from "../transaction.ts";

export const futureOperations = {
  /** `signature`: `Foo.bar(Set<Id>)`, as messages name the method; `key`: the JavaScript property of its body. */
  enqueueFuture(
    className: string,
    methodName: string,
    signature: string,
    key: string,
    allowsCallouts: boolean,
    ...values: readonly unknown[]
  ): void {
    transaction().host.jobs.enqueueFuture({
      className,
      methodName,
      signature,
      key,
      allowsCallouts,
      values: values.map(detached),
    });
  },
} as const;

/** The method sees its arguments as they were at the call. */
function detached(value: unknown): unknown {
  if (value instanceof ApexList) return new ApexList(value.element, value.items.map(detached));
  if (value instanceof ApexSet) return new ApexSet(value.element, value.values.map(detached));
  if (value instanceof ApexMap)
    return new ApexMap(
      value.key,
      value.value,
      [...value.entries()].map(([key, entry]) => [detached(key), detached(entry)] as const),
    );
  return value;
}
