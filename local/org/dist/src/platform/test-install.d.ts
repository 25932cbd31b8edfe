/** Runs a package's install and uninstall scripts. Source: Apex Reference, "Test Class: testInstall", "InstallContext Interface". */
import { type ApexObject } from "../runtime/object.ts";
import type { VersionValue } from "./System/Version.ts";
/** System.InstallContext and System.UninstallContext: who installs, and over which version. */
export declare class InstallContextValue {
    readonly previous: VersionValue | null;
    readonly isPush: boolean;
    readonly userId: string;
    readonly organizationId: string;
    constructor(previous: VersionValue | null, isPush: boolean);
}
/** Without a previous version it is a first installation. */
export declare function testInstall(script: ApexObject, previous: VersionValue | null, isPush?: boolean | null): void;
export declare function testUninstall(script: ApexObject): void;
