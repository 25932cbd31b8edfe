/** Runs a package's install and uninstall scripts. Source: Apex Reference, "Test Class: testInstall", "InstallContext Interface". */
import { callMethod } from "../runtime/object.js";
import { transaction } from "../runtime/transaction.js";
/** System.InstallContext and System.UninstallContext: who installs, and over which version. */
export class InstallContextValue {
    previous;
    isPush;
    userId;
    organizationId;
    constructor(previous, isPush) {
        const { user, host } = transaction();
        this.previous = previous;
        this.isPush = isPush;
        this.userId = user.id;
        this.organizationId = host.organization.id;
    }
}
/** Without a previous version it is a first installation. */
export function testInstall(script, previous, isPush = false) {
    const context = new InstallContextValue(previous, isPush === true);
    callMethod(script, "System.InstallHandler.onInstall", context);
}
export function testUninstall(script) {
    callMethod(script, "System.UninstallHandler.onUninstall", new InstallContextValue(null, false));
}
