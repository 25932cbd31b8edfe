/** System.Version: the version of a managed package. Source: Apex Reference, "Version Class". */
import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class VersionValue {
    major;
    minor;
    patch;
    constructor(major, minor, patch) {
        this.major = major;
        this.minor = minor;
        this.patch = patch;
    }
    toString() {
        return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join(".");
    }
}
/** Patches count only where both have one. */
function compare(version, given) {
    const other = required(given);
    const differences = [
        version.major - other.major,
        version.minor - other.minor,
        version.patch === null || other.patch === null ? 0 : version.patch - other.patch,
    ];
    return Math.sign(differences.find((difference) => difference !== 0) ?? 0);
}
export const versionBehaviour = platformType({
    type: "System.Version",
    implementation: VersionValue,
    constructors: {
        new: (major, minor, patch = null) => new VersionValue(required(major), required(minor), patch),
    },
    methods: {
        compareTo: compare,
        major: (version) => version.major,
        minor: (version) => version.minor,
        patch: (version) => version.patch,
    },
});
