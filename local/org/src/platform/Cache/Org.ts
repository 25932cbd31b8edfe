/** Cache.Org and Cache.Session: a key may name its partition, else it is the default one's. Source: Apex Reference, "Cache.Org Class". */
import { ApexDouble } from "../../runtime/double.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexSet } from "../../runtime/set.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { OBJECT, primitive, STRING } from "../../runtime/type.ts";
import { platformType, type Behaviour } from "../behaviour.ts";
import {
  type CacheKind,
  defaultPartition,
  partitionNamed,
  type PartitionValue,
  splitKey,
} from "../platform-cache/partition.ts";
import { required } from "../required.ts";

function statics(kind: CacheKind): Readonly<Record<string, Behaviour>> {
  const at = <T>(key: string | null, use: (partition: PartitionValue, key: string) => T): T => {
    const found = splitKey(kind, required(key));
    return use(found.partition, found.key);
  };
  const contains = (key: string | null): boolean =>
    at(key, (partition, name) => partition.contains(name));
  const get = (key: string | null): unknown => at(key, (partition, name) => partition.get(name));
  const remove = (key: string | null): boolean =>
    at(key, (partition, name) => partition.remove(name));
  return {
    "contains(String)": contains,
    "contains(List<String>)": (keys: ApexList<string> | null) =>
      new ApexList(primitive("Boolean"), required(keys).items.map(contains)),
    "get(String)": get,
    "get(List<String>)": (keys: ApexList<string> | null) =>
      new ApexList(OBJECT, required(keys).items.map(get)),
    "get(System.Type,String)": (builder: TypeValue | null, key: string | null) =>
      at(key, (partition, name) => partition.load(required(builder), name)),
    getAvgGetTime: () => 0n,
    getAvgValueSize: () => 0n,
    getCapacity: () => new ApexDouble(0),
    getKeys: () => new ApexSet(STRING, defaultPartition(kind).keys),
    getMaxGetTime: () => 0n,
    getMaxValueSize: () => 0n,
    getMissRate: () => new ApexDouble(0),
    getName: () => defaultPartition(kind).qualifiedName,
    getNumKeys: () => BigInt(defaultPartition(kind).keys.length),
    getPartition: (name: string | null) => partitionNamed(kind, required(name)),
    put: (key: string | null, value: unknown, secondsOrVisibility?: number | ApexEnum | null) =>
      at(key, (partition, name) =>
        typeof secondsOrVisibility === "number"
          ? partition.put(name, value, secondsOrVisibility)
          : partition.put(name, value),
      ),
    "remove(String)": remove,
    "remove(List<String>)": (keys: ApexList<string> | null) =>
      new ApexList(primitive("Boolean"), required(keys).items.map(remove)),
    "remove(System.Type,String)": (builder: TypeValue | null, key: string | null) =>
      at(key, (partition, name) => partition.unload(required(builder), name)),
  };
}

export const orgCacheBehaviour = platformType({
  type: "Cache.Org",
  statics: statics("org"),
});

export const sessionCacheBehaviour = platformType({
  type: "Cache.Session",
  statics: { ...statics("session"), isAvailable: () => !transaction().isAsynchronous },
});
