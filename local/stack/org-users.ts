/** Who works in the local org: one user a role, and the two that are machines. */
import type { LocalOrgClient, LocalOrgUser } from "../org/src/serve/options.ts";
import type { StackCredentials } from "./credentials.ts";
import { PEOPLE } from "./people.ts";

/** Calls Stripe for what the event trigger decides: its jobs run as the trigger's user. */
const INTEGRATION: LocalOrgUser = { alias: "integration", permissionSets: ["Stripe_Integration"] };

/** The profile of people, which gives them the standard objects; what a role adds is in its permission set group. */
const PROFILE = "Standard User";
const ADMINISTRATOR = "System Administrator";

export interface OrgUsers {
  readonly clients: readonly LocalOrgClient[];
  readonly users: readonly LocalOrgUser[];
  readonly eventTriggerUsers: Readonly<Record<string, string>>;
}

export function orgUsers(credentials: StackCredentials): OrgUsers {
  const { relay, admin, sales, service, finance, colleague } = credentials;
  return {
    clients: [
      { ...relay, user: { alias: "relay", permissionSets: ["Stripe_Relay"] } },
      {
        ...admin,
        user: {
          alias: "admin",
          ...PEOPLE.admin,
          permissionSets: ["Stripe_Admin"],
          profile: ADMINISTRATOR,
          groups: ["Stripe_Admin_Readers"],
        },
      },
      {
        ...sales,
        user: {
          alias: "sales",
          ...PEOPLE.sales,
          permissionSets: ["Stripe_Sales"],
          profile: PROFILE,
        },
      },
      {
        ...service,
        user: {
          alias: "service",
          ...PEOPLE.service,
          permissionSets: ["Stripe_Service"],
          profile: PROFILE,
        },
      },
      {
        ...finance,
        user: {
          alias: "finance",
          ...PEOPLE.finance,
          permissionSets: ["Stripe_Finance"],
          profile: PROFILE,
          groups: ["Stripe_Finance_Readers"],
        },
      },
      {
        ...colleague,
        user: { alias: "colleague", ...PEOPLE.colleague, permissionSets: [], profile: PROFILE },
      },
    ],
    users: [INTEGRATION],
    eventTriggerUsers: {
      StripeEventTrigger: INTEGRATION.alias,
      StripeRequestTrigger: INTEGRATION.alias,
    },
  };
}
