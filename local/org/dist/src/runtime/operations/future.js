/** Calls of @future methods. */
import { ApexList } from "../list.js";
import { ApexMap } from "../map.js";
import { ApexSet } from "../set.js";
import { transaction } from "../transaction.js";
export const futureOperations = {
    /** `signature`: `Foo.bar(Set<Id>)`, as messages name the method; `key`: the JavaScript property of its body. */
    enqueueFuture(className, methodName, signature, key, allowsCallouts, ...values) {
        transaction().host.jobs.enqueueFuture({
            className,
            methodName,
            signature,
            key,
            allowsCallouts,
            values: values.map(detached),
        });
    },
};
/** The method sees its arguments as they were at the call. */
function detached(value) {
    if (value instanceof ApexList)
        return new ApexList(value.element, value.items.map(detached));
    if (value instanceof ApexSet)
        return new ApexSet(value.element, value.values.map(detached));
    if (value instanceof ApexMap)
        return new ApexMap(value.key, value.value, [...value.entries()].map(([key, entry]) => [detached(key), detached(entry)]));
    return value;
}
