/** Cache.Org and Cache.Session: a key may name its partition, else it is the default one's. Source: Apex Reference, "Cache.Org Class". */
import { ApexDouble } from "../../runtime/double.js";
import { ApexList } from "../../runtime/list.js";
import { ApexSet } from "../../runtime/set.js";
import { transaction } from "../../runtime/transaction.js";
import { OBJECT, primitive, STRING } from "../../runtime/type.js";
import { platformType } from "../../runtime/behaviour.js";
import { defaultPartition, LONGEST_SECONDS, partitionNamed, splitKey, } from "../platform-cache/partition.js";
import { required } from "../required.js";
const BOOLEAN = primitive("Boolean");
function statics(kind) {
    const at = (key, use) => {
        const found = splitKey(kind, required(key));
        return use(found.partition, found.key);
    };
    return {
        "contains(String)": (key) => at(key, (partition, name) => partition.contains(name)),
        "get(String)": (key) => at(key, (partition, name) => partition.get(name)),
        "get(System.Type,String)": (builder, key) => at(key, (partition, name) => partition.load(required(builder), name)),
        getAvgGetTime: () => 0n,
        getAvgValueSize: () => 0n,
        getCapacity: () => new ApexDouble(0),
        getKeys: () => new ApexSet(STRING, defaultPartition(kind).keys),
        getMaxGetTime: () => 0n,
        getMaxValueSize: () => 0n,
        getMissRate: () => new ApexDouble(0),
        getName: () => defaultPartition(kind).qualifiedName,
        getNumKeys: () => BigInt(defaultPartition(kind).keys.length),
        getPartition: (name) => partitionNamed(kind, required(name)),
        put: (key, value, secondsOrVisibility) => at(key, (partition, name) => typeof secondsOrVisibility === "number"
            ? partition.put(name, value, secondsOrVisibility)
            : partition.put(name, value)),
        "remove(String)": (key) => at(key, (partition, name) => partition.remove(name)),
        "remove(System.Type,String)": (builder, key) => at(key, (partition, name) => partition.unload(required(builder), name)),
    };
}
/** The org's cache takes several keys at once. */
function listStatics() {
    const each = (element, use) => (keys) => new ApexList(element, required(keys).items.map((qualified) => {
        const { partition, key } = splitKey("org", qualified);
        return use(partition, key);
    }));
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
