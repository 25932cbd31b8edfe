/** System.AccessLevel. Source: Apex Reference, "AccessLevel Class". */
import type { AccessMode } from "../../runtime/host.ts";
import { platformType } from "../../runtime/behaviour.ts";

export class AccessLevelValue {
  readonly mode: AccessMode;

  constructor(mode: AccessMode) {
    this.mode = mode;
  }

  get $identity(): string {
    return `AccessLevel ${this.mode}`;
  }

  toString(): string {
    return `${this.mode.toUpperCase()}_MODE`;
  }
}

const USER_MODE = new AccessLevelValue("user");
const SYSTEM_MODE = new AccessLevelValue("system");

export const accessLevelBehaviour = platformType({
  type: "System.AccessLevel",
  implementation: AccessLevelValue,
  staticGetters: { USER_MODE: () => USER_MODE, SYSTEM_MODE: () => SYSTEM_MODE },
});
