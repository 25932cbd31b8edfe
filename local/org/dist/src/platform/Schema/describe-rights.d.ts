import type { AccessRights } from "../../runtime/host.ts";
/** What the running user may do, as describes answer it. */
export declare function describeRights(): AccessRights;
