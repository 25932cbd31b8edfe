import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Org } from "./org.ts";
import { passingProject } from "./source-folders.ts";
import { escaped } from "./xml-text.ts";

const APP = "Stripe_Relay";
const NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
const SUBSCRIBERS = ["StripeEventTriggerConfig", "StripeRequestTriggerConfig"].map(
  (name) => `PlatformEventSubscriberConfigs/${name}.platformEventSubscriberConfig-meta.xml`,
);

/** Types whose members one org has for itself alone: of a live installation they are left as they are. */
export const ORG_SPECIFIC_TYPES: readonly string[] = ["PlatformEventSubscriberConfig"];

/**
 * How the relay signs in, by path. What belongs to one org must not stand in a repository.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappglobaloauthsettings.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm
 *
 * @param relayUser a username
 * @param policyName of the External Client App's OAuth policies: the org makes the record itself and may have named it
 */
function signInFiles(relayUser: string, policyName: string): Readonly<Record<string, string>> {
  return {
    [`extlClntAppGlobalOauthSets/${APP}_glbloauth.ecaGlblOauth-meta.xml`]: document(
      "ExtlClntAppGlobalOauthSettings",
      {
        // The client-credentials flow never calls back, but the field has to be filled.
        callbackUrl: "https://login.salesforce.com/services/oauth2/callback",
        externalClientApplication: APP,
        isClientCredentialsFlowEnabled: "true",
        isConsumerSecretOptional: "false",
        isIntrospectAllTokens: "false",
        isPkceRequired: "true",
        isSecretRequiredForRefreshToken: "true",
        label: `${APP}_glbloauth`,
        shouldRotateConsumerKey: "false",
        shouldRotateConsumerSecret: "false",
      },
    ),
    [`extlClntAppOauthPolicies/${policyName}.ecaOauthPlcy-meta.xml`]: document(
      "ExtlClntAppOauthConfigurablePolicies",
      {
        clientCredentialsFlowUser: relayUser,
        commaSeparatedPermissionSet: "Stripe_Relay",
        externalClientApplication: APP,
        // The Worker calls from Cloudflare's addresses, which change.
        ipRelaxationPolicyType: "Bypass",
        isClientCredentialsFlowEnabled: "true",
        label: policyName,
        permittedUsersPolicyType: "AdminApprovedPreAuthorized",
        refreshTokenPolicyType: "Zero",
      },
    ),
  };
}

/**
 * A subscriber's configuration, as the repository has it, with its user.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventsubscriberconfig.htm
 *
 * @param triggerUser a username
 */
function withUser(subscriber: string, triggerUser: string): string {
  const closing = "</PlatformEventSubscriberConfig>";
  return subscriber.replace(closing, `  <user>${escaped(triggerUser)}</user>\n${closing}`);
}

/** Usernames; null where what stands in the org is to stay. */
export interface OrgUsers {
  readonly relayUser: string | null;
  readonly triggerUser: string | null;
}

/** @returns whether there was something to deploy */
export async function deployOrgSpecifics(
  org: Org,
  root: string,
  { relayUser, triggerUser }: OrgUsers,
): Promise<boolean> {
  const files: Record<string, string> = {};
  if (relayUser !== null) {
    const policies = await org.metadataNames("ExtlClntAppOauthConfigurablePolicies");
    const policyName = policies.find((name) => name.startsWith(`${APP}_`)) ?? `${APP}_oauthPlcy`;
    Object.assign(files, signInFiles(relayUser, policyName));
  }
  if (triggerUser !== null)
    for (const name of SUBSCRIBERS) {
      const xml = await readFile(path.join(root, "force-app/main/default", name), "utf8");
      files[name] = withUser(xml, triggerUser);
    }
  if (Object.keys(files).length === 0) return false;
  await deployFiles(org, root, files);
  return true;
}

/** Deploys files, given by their path below the package folder, from a project that is deleted afterwards. */
export async function deployFiles(
  org: Org,
  root: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const project = await mkdtemp(path.join(tmpdir(), "org-metadata-"));
  try {
    await writeFile(path.join(project, "sfdx-project.json"), await passingProject(root));
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(project, "force-app/main/default", name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    await org.command(["project", "deploy", "start", "--source-dir", "force-app", "--wait", "15"], {
      cwd: project,
    });
  } finally {
    await rm(project, { recursive: true, force: true });
  }
}

function document(type: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries(fields).map(
    ([name, value]) => `  <${name}>${escaped(value)}</${name}>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="${NAMESPACE}">`,
    ...lines,
    `</${type}>`,
    "",
  ].join("\n");
}
