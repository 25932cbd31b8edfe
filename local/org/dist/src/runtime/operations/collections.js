/** Collections as the language makes and walks them. */
import { raiseNullPointer, raise } from "../exception.js";
import { enumsOf } from "../enums.js";
import { ApexList } from "../list.js";
import { ApexMap } from "../map.js";
import { ApexObject, callMethod } from "../object.js";
import { ApexSet } from "../set.js";
import { shortTypeName } from "../type.js";
import { TypeValue } from "../type-value.js";
function isApexIterable(value) {
    return value instanceof ApexList || value instanceof ApexSet;
}
/** Of a list, a set, a platform iterable (a JavaScript one) or a project class that implements Iterable. */
export function* iterate(source) {
    if (source instanceof ApexObject) {
        yield* walkIterator(callMethod(source, "System.Iterable.iterator"));
    }
    else if (typeof source === "object" && source !== null && Symbol.iterator in source) {
        // Platform iterables are JavaScript iterables.
        yield* source;
    }
    else {
        raiseNullPointer();
    }
}
function* walkIterator(iterator) {
    if (iterator instanceof ApexObject) {
        while (callMethod(iterator, "System.Iterator.hasNext") === true)
            yield callMethod(iterator, "System.Iterator.next");
    }
    else if (typeof iterator === "object" && iterator !== null && Symbol.iterator in iterator) {
        // Platform iterators are JavaScript iterables over what is left.
        yield* iterator;
    }
    else {
        raiseNullPointer();
    }
}
function copyOf(type, source) {
    if (source === null)
        raiseNullPointer();
    switch (type.kind) {
        case "list":
            return new ApexList(type.element, [...iterate(source)]);
        case "set":
            return new ApexSet(type.element, iterate(source));
        case "map": {
            if (source instanceof ApexMap)
                return new ApexMap(type.key, type.value, source.entries());
            const map = new ApexMap(type.key, type.value);
            if (isApexIterable(source))
                map.addRecords(source);
            return map;
        }
        default:
            throw new Error(`${shortTypeName(type)} is no collection`);
    }
}
export const collectionOperations = {
    newList: (element, items) => new ApexList(element, items),
    newSet: (element, values) => new ApexSet(element, values),
    newMap: (key, value, entries) => new ApexMap(key, value, entries),
    copyCollection: copyOf,
    sizedList(element, size) {
        if (size === null)
            raiseNullPointer();
        if (size < 0)
            raise("System.ListException", `List size must be positive: ${size}`);
        return new ApexList(element, Array.from({ length: size }, () => null));
    },
    iterate,
    *batchesOf200(rows) {
        for (let start = 0; start < rows.size; start += 200)
            yield new ApexList(rows.element, rows.items.slice(start, start + 200));
    },
    enumValues(type) {
        return new ApexList(type, [...enumsOf(type).constants]);
    },
    enumValueOf(type, name) {
        if (name === null)
            raiseNullPointer();
        const constant = enumsOf(type).find(name);
        if (constant === undefined)
            raise("System.NoSuchElementException", `No enum constant ${shortTypeName(type)}.${name}`);
        return constant;
    },
    classLiteral: (type) => new TypeValue(type),
};
