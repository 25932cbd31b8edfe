import { HashIndex } from "../../runtime/hash-index.ts";
import { uncharged } from "../../runtime/heap/charge.ts";
import { ApexMap } from "../../runtime/map.ts";
import { STRING, type RuntimeType } from "../../runtime/type.ts";

/** Entries that many maps begin with: a describe's are the same whenever they are asked for, and an object may have hundreds. */
export class NameIndex<Value> {
  readonly index = new HashIndex();

  constructor(entries: Iterable<readonly [string, Value]>) {
    // What a transaction takes is the maps made of it.
    uncharged(() => {
      for (const [name, value] of entries) this.index.set(name.toLowerCase(), value);
    });
  }
}

/** The maps that describes give: keys are lower-cased names, and are found in any case. */
export class NameKeyedMap<Value> extends ApexMap<string, Value> {
  constructor(value: RuntimeType, entries: NameIndex<Value>) {
    super(STRING, value, entries.index);
  }

  override has(key: unknown): boolean {
    return super.has(lowerCased(key));
  }

  override get(key: unknown): Value | null {
    return super.get(lowerCased(key));
  }

  override remove(key: unknown): Value | null {
    return super.remove(lowerCased(key));
  }
}

function lowerCased(key: unknown): unknown {
  return typeof key === "string" ? key.toLowerCase() : key;
}
