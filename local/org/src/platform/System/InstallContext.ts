/** System.InstallContext and System.UninstallContext. Source: Apex Reference, "InstallContext Interface". */
import { platformType } from "../../runtime/behaviour.ts";
import { InstallContextValue } from "../test-install.ts";

export const installContextBehaviour = platformType({
  type: "System.InstallContext",
  implementation: InstallContextValue,
  methods: {
    installerId: (context: InstallContextValue) => context.userId,
    isPush: (context: InstallContextValue) => context.isPush,
    isUpgrade: (context: InstallContextValue) => context.previous !== null,
    organizationId: (context: InstallContextValue) => context.organizationId,
    previousVersion: (context: InstallContextValue) => context.previous,
  },
});

export const uninstallContextBehaviour = platformType({
  type: "System.UninstallContext",
  methods: {
    organizationId: (context: InstallContextValue) => context.organizationId,
    uninstallerId: (context: InstallContextValue) => context.userId,
  },
});
