/** How a served org is set up. */
import type { PackageStub } from "../compile/packages.ts";
import type { DebuggerPort } from "../org/debugger-port.ts";
import type { UserSettings } from "../store/users.ts";
import type { CustomMetadataChanges } from "./custom-metadata-changes.ts";

export interface LocalOrgOptions {
  /** SFDX projects, or folders or files of source. */
  readonly paths: readonly string[];
  /** Those of the paths that stand for managed packages. */
  readonly packages?: readonly PackageStub[];
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Committed records are kept here; without it they live in memory. */
  readonly dataFolder?: string;
  /** Whether the org starts as a copy of the one whose records are in the folder, as a sandbox does: under another org id. */
  readonly isCopy?: boolean;
  /** Whether edits of the project take effect while the org is served. */
  readonly isWatched?: boolean;
  /** Compiled output by content hash. */
  readonly cacheFolder?: string;
  /** Where a JavaScript debugger attaches to the Apex; without it none does. */
  readonly debuggerPort?: DebuggerPort;
  readonly clients: readonly LocalOrgClient[];
  /** Users without a client: they are made when the org does not have them. */
  readonly users?: readonly LocalOrgUser[];
  /**
   * Platform event trigger → alias of the user it runs as: what PlatformEventSubscriberConfig says in an org whose usernames are known.
   * Wins over the project's own.
   */
  readonly eventTriggerUsers?: Readonly<Record<string, string>>;
  /** What administrators changed in Setup: custom metadata record, as `Type.Name`, → field → value. Wins over the project's own. */
  readonly customMetadata?: CustomMetadataChanges;
  /** Requests a rolling 24 hours. */
  readonly dailyApiRequests?: number;
  readonly tokenLifetimeMs?: number;
  /** External credential → authentication parameter → value: `{ Stripe: { ApiKey: "sk_test_…" } }`. */
  readonly credentials?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Named Credential → the URL to use in place of its own: `{ Stripe: "http://127.0.0.1:8790" }`. */
  readonly namedCredentialUrls?: Readonly<Record<string, string>>;
}

/** An OAuth client of the client-credentials flow and the user it runs as, who is made when the org does not have it. */
export interface LocalOrgClient {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly user: LocalOrgUser;
}

/** By default the alias is the last name. The alias `admin` is that of the administrator every org has. */
export interface LocalOrgUser extends UserSettings {
  readonly alias: string;
  /** Names of permission sets; a user without any, and without a profile, is a system administrator. */
  readonly permissionSets: readonly string[];
  /** A standard profile: `Standard User`. By default one that allows nothing by itself. */
  readonly profile?: string;
  /** Developer names of public groups the user is a member of. */
  readonly groups?: readonly string[];
}
