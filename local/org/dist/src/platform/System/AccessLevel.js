import { platformType } from "../../runtime/behaviour.js";
export class AccessLevelValue {
    mode;
    constructor(mode) {
        this.mode = mode;
    }
    get $identity() {
        return `AccessLevel ${this.mode}`;
    }
    toString() {
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
