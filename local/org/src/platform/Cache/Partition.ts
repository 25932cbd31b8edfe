/** Cache.Partition, OrgPartition and SessionPartition. Source: Apex Reference, "Cache Namespace". Sizes and times are not measured: zero. */
import { ApexDouble } from "../../runtime/double.ts";
import { raise } from "../../runtime/exception.ts";
import type { ApexEnum } from "../../runtime/enum.ts";
import type { ApexList } from "../../runtime/list.ts";
import { ApexMap } from "../../runtime/map.ts";
import { ApexSet } from "../../runtime/set.ts";
import type { TypeValue } from "../../runtime/type-value.ts";
import { OBJECT, primitive, STRING, type RuntimeType } from "../../runtime/type.ts";
import { platformType, type Behaviour } from "../../runtime/behaviour.ts";
import {
  checkedKey,
  OrgPartitionValue,
  PartitionValue,
  SessionPartitionValue,
} from "../platform-cache/partition.ts";
import { required } from "../required.ts";

const BOOLEAN = primitive("Boolean");

function byKey(
  keys: ApexSet<string> | null,
  type: RuntimeType,
  answer: (key: string) => unknown,
): ApexMap {
  return new ApexMap(
    STRING,
    type,
    required(keys).values.map((key) => [key, answer(key)] as const),
  );
}

const METHODS: Readonly<Record<string, Behaviour>> = {
  "contains(String)": (partition: PartitionValue, key: string | null) =>
    partition.contains(required(key)),
  "contains(Set<String>)": (partition: PartitionValue, keys: ApexSet<string> | null) =>
    byKey(keys, BOOLEAN, (key) => partition.contains(key)),
  "get(Set<String>)": (partition: PartitionValue, keys: ApexSet<string> | null) =>
    byKey(keys, OBJECT, (key) => partition.get(key)),
  "get(String)": (partition: PartitionValue, key: string | null) => partition.get(required(key)),
  "get(System.Type,String)": (
    partition: PartitionValue,
    builder: TypeValue | null,
    key: string | null,
  ) => partition.load(required(builder), required(key)),
  getAvgGetTime: () => 0n,
  getAvgValueSize: () => 0n,
  getCapacity: () => new ApexDouble(0),
  getKeys: (partition: PartitionValue) => new ApexSet(STRING, partition.keys),
  getMaxGetTime: () => 0n,
  getMaxValueSize: () => 0n,
  getMissRate: () => new ApexDouble(0),
  getName: (partition: PartitionValue) => partition.qualifiedName,
  getNumKeys: (partition: PartitionValue) => BigInt(partition.keys.length),
  isAvailable: (partition: PartitionValue) => partition.isAvailable,
  put: (
    partition: PartitionValue,
    key: string | null,
    value: unknown,
    secondsOrVisibility?: number | ApexEnum | null,
  ) =>
    typeof secondsOrVisibility === "number"
      ? partition.put(required(key), value, secondsOrVisibility)
      : partition.put(required(key), value),
  "remove(String)": (partition: PartitionValue, key: string | null) =>
    partition.remove(required(key)),
  "remove(System.Type,String)": (
    partition: PartitionValue,
    builder: TypeValue | null,
    key: string | null,
  ) => partition.unload(required(builder), required(key)),
};

function checkKeyValue(_isDefault: boolean, key: string | null, value: unknown): void {
  checkedKey(required(key));
  if (value === null) raise("Cache.InvalidParamException", "Cache value cannot be null");
}

export const partitionBehaviour = platformType({
  type: "Cache.Partition",
  implementation: PartitionValue,
  methods: METHODS,
  statics: {
    createFullyQualifiedKey: (
      namespace: string | null,
      partition: string | null,
      key: string | null,
    ) => `${required(namespace)}.${required(partition)}.${required(key)}`,
    createFullyQualifiedPartition: (namespace: string | null, partition: string | null) =>
      `${required(namespace)}.${required(partition)}`,
    validateKey: (_isDefault: boolean, key: string | null) => void checkedKey(required(key)),
    validateKeyValue: checkKeyValue,
    validateKeys: (_isDefault: boolean, keys: ApexList<string> | null) => {
      for (const key of required(keys)) checkedKey(key);
    },
  },
});

export const orgPartitionBehaviour = platformType({
  type: "Cache.OrgPartition",
  implementation: OrgPartitionValue,
  methods: METHODS,
});

export const sessionPartitionBehaviour = platformType({
  type: "Cache.SessionPartition",
  implementation: SessionPartitionValue,
  methods: METHODS,
});
