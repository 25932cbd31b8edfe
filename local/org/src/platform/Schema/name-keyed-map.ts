import { ApexMap } from "../../runtime/map.ts";
import { STRING, type RuntimeType } from "../../runtime/type.ts";

/** The maps that describes give: keys are lower-cased names, and are found in any case. */
export class NameKeyedMap<Value> extends ApexMap<string, Value> {
  constructor(value: RuntimeType, entries: Iterable<readonly [string, Value]>) {
    super(
      STRING,
      value,
      [...entries].map(([name, entry]) => [name.toLowerCase(), entry] as const),
    );
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
