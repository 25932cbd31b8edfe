/** System.InstallContext and System.UninstallContext. Source: Apex Reference, "InstallContext Interface". */
import { platformType } from "../../runtime/behaviour.js";
import { InstallContextValue } from "../test-install.js";
export const installContextBehaviour = platformType({
    type: "System.InstallContext",
    implementation: InstallContextValue,
    methods: {
        installerId: (context) => context.userId,
        isPush: (context) => context.isPush,
        isUpgrade: (context) => context.previous !== null,
        organizationId: (context) => context.organizationId,
        previousVersion: (context) => context.previous,
    },
});
export const uninstallContextBehaviour = platformType({
    type: "System.UninstallContext",
    methods: {
        organizationId: (context) => context.organizationId,
        uninstallerId: (context) => context.userId,
    },
});
