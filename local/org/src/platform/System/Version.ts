/** System.Version: the version of a managed package. Source: Apex Reference, "Version Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

export class VersionValue {
  readonly major: number;
  readonly minor: number;
  readonly patch: number | null;

  constructor(major: number, minor: number, patch: number | null) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  toString(): string {
    return [this.major, this.minor, ...(this.patch === null ? [] : [this.patch])].join(".");
  }
}

/** Patches count only where both have one. */
function compare(version: VersionValue, given: VersionValue | null): number {
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
    new: (major: number | null, minor: number | null, patch: number | null = null) =>
      new VersionValue(required(major), required(minor), patch),
  },
  methods: {
    compareTo: compare,
    major: (version: VersionValue) => version.major,
    minor: (version: VersionValue) => version.minor,
    patch: (version: VersionValue) => version.patch,
  },
});
