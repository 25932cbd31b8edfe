/** Cache.Partition, OrgPartition and SessionPartition. Source: Apex Reference, "Cache Namespace". Sizes and times are not measured: zero. */
import { ApexDouble } from "../../runtime/double.js";
import { raise } from "../../runtime/exception.js";
import { ApexSet } from "../../runtime/set.js";
import { STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { checkedKey, OrgPartitionValue, PartitionValue, SessionPartitionValue, } from "../platform-cache/partition.js";
import { required } from "../required.js";
const METHODS = {
    contains: (partition, key) => partition.contains(required(key)),
    "get(String)": (partition, key) => partition.get(required(key)),
    "get(System.Type,String)": (partition, builder, key) => partition.load(required(builder), required(key)),
    getAvgGetTime: () => 0n,
    getAvgValueSize: () => 0n,
    getCapacity: () => new ApexDouble(0),
    getKeys: (partition) => new ApexSet(STRING, partition.keys),
    getMaxGetTime: () => 0n,
    getMaxValueSize: () => 0n,
    getMissRate: () => new ApexDouble(0),
    getName: (partition) => partition.qualifiedName,
    getNumKeys: (partition) => BigInt(partition.keys.length),
    isAvailable: (partition) => partition.isAvailable,
    put: (partition, key, value, secondsOrVisibility) => typeof secondsOrVisibility === "number"
        ? partition.put(required(key), value, secondsOrVisibility)
        : partition.put(required(key), value),
    "remove(String)": (partition, key) => partition.remove(required(key)),
    "remove(System.Type,String)": (partition, builder, key) => partition.unload(required(builder), required(key)),
};
function checkKeyValue(_isDefault, key, value) {
    checkedKey(required(key));
    if (value === null)
        raise("Cache.InvalidParamException", "Cache value cannot be null");
}
export const partitionBehaviour = platformType({
    type: "Cache.Partition",
    implementation: PartitionValue,
    methods: METHODS,
    statics: {
        createFullyQualifiedKey: (namespace, partition, key) => `${required(namespace)}.${required(partition)}.${required(key)}`,
        createFullyQualifiedPartition: (namespace, partition) => `${required(namespace)}.${required(partition)}`,
        validateKey: (_isDefault, key) => void checkedKey(required(key)),
        validateKeyValue: checkKeyValue,
        validateKeys: (_isDefault, keys) => {
            for (const key of required(keys))
                checkedKey(key);
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
