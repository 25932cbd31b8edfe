/** Cache.Org and Cache.Session: a key may name its partition, else it is the default one's. Source: Apex Reference, "Cache.Org Class". */
import { ApexDouble } from "../../runtime/double.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import { ApexList } from "../../runtime/list.ts";
import { ApexSet } from "../../runtime/set.ts";
import { transaction } from "../../runtime/transaction.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { OBJECT, primitive, type RuntimeType, STRING } from "../../runtime/type.ts";
import { platformType, type Behaviour } from "../../runtime/behaviour.ts";
import {
  type CacheKind,
  defaultPartition,
  LONGEST_SECONDS,
  partitionNamed,
  type PartitionValue,
  splitKey,
} from "../platform-cache/partition.ts";
import { required } from "../required.ts";

const BOOLEAN = primitive("Boolean");

function statics(kind: CacheKind): Readonly<Record<string, Behaviour>> {
  const at = <T>(key: string | null, use: (partition: PartitionValue, key: string) => T): T => {
    const found = splitKey(kind, required(key));
    return use(found.partition, found.key);
  };
  return {
    "contains(String)": (key: string | null) =>
      at(key, (partition, name) => partition.contains(name)),
    "get(String)": (key: string | null) => at(key, (partition, name) => partition.get(name)),
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
    "remove(String)": (key: string | null) => at(key, (partition, name) => partition.remove(name)),
    "remove(System.Type,String)": (builder: TypeValue | null, key: string | null) =>
      at(key, (partition, name) => partition.unload(required(builder), name)),
  };
}

/** The org's cache takes several keys at once. */
function listStatics(): Readonly<Record<string, Behaviour>> {
  const each =
    (element: RuntimeType, use: (partition: PartitionValue, key: string) => unknown): Behaviour =>
    (keys: ApexList<string> | null) =>
      new ApexList(
        element,
        required(keys).items.map((qualified) => {
          const { partition, key } = splitKey("org", qualified);
          return use(partition, key);
        }),
      );
  return {
    "contains(List<String>)": each(BOOLEAN, (partition, key) => partition.contains(key)),
    "get(List<String>)": each(OBJECT, (partition, key) => partition.get(key)),
    "remove(List<String>)": each(BOOLEAN, (partition, key) => partition.remove(key)),
  };
}

export const orgCacheBehaviour = platformType({
  type: "Cache.Org",
  statics: { ...statics("org"), ...listStatics() },
  staticGetters: { MAX_TTL_SECS: () => LONGEST_SECONDS.org },
});

export const sessionCacheBehaviour = platformType({
  type: "Cache.Session",
  statics: { ...statics("session"), isAvailable: () => !transaction().isAsynchronous },
  staticGetters: { MAX_TTL_SECS: () => LONGEST_SECONDS.session },
});
