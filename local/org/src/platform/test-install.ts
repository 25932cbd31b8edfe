/** Runs a package's install and uninstall scripts. Source: Apex Reference, "Test Class: testInstall", "InstallContext Interface". */
import { type ApexObject, callMethod } from "../runtime/object.ts";
import { transaction } from "../runtime/transaction.ts";
import type { VersionValue } from "./System/Version.ts";

/** System.InstallContext and System.UninstallContext: who installs, and over which version. */
export class InstallContextValue {
  readonly previous: VersionValue | null;
  readonly isPush: boolean;
  readonly userId: string;
  readonly organizationId: string;

  constructor(previous: VersionValue | null, isPush: boolean) {
    const { user, host } = transaction();
    this.previous = previous;
    this.isPush = isPush;
    this.userId = user.id;
    this.organizationId = host.organization.id;
  }
}

/** Without a previous version it is a first installation. */
export function testInstall(
  script: ApexObject,
  previous: VersionValue | null,
  isPush: boolean | null = false,
): void {
  const context = new InstallContextValue(previous, isPush === true);
  callMethod(script, "System.InstallHandler.onInstall", context);
}

export function testUninstall(script: ApexObject): void {
  callMethod(script, "System.UninstallHandler.onUninstall", new InstallContextValue(null, false));
}
