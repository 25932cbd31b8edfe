import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Org } from "./org.ts";

const APP = "Stripe_Relay";
const NAMESPACE = "http://soap.sforce.com/2006/04/metadata";
const SUBSCRIBERS = ["StripeEventTriggerConfig", "StripeRequestTriggerConfig"].map(
  (name) => `PlatformEventSubscriberConfigs/${name}.platformEventSubscriberConfig-meta.xml`,
);

export interface OrgSpecifics {
  /** Usernames. */
  readonly relayUser: string;
  readonly triggerUser: string;
  /** Name of the External Client App's OAuth policies: the org makes the record itself and may have named it. */
  readonly policyName: string;
  /** By path, the subscribers' configurations as the repository has them, without a user. */
  readonly subscribers: Readonly<Record<string, string>>;
}

/**
 * Metadata that belongs to one org and must not stand in a repository, by path.
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappglobaloauthsettings.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_extlclntappoauthconfigurablepolicies.htm
 * https://developer.salesforce.com/docs/atlas.en-us.api_meta.meta/api_meta/meta_platformeventsubscriberconfig.htm
 */
export function orgSpecificFiles(specifics: OrgSpecifics): Readonly<Record<string, string>> {
  const { relayUser, triggerUser, policyName, subscribers } = specifics;
  const closing = "</PlatformEventSubscriberConfig>";
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
    ...Object.fromEntries(
      Object.entries(subscribers).map(([name, xml]) => [
        name,
        xml.replace(closing, `  <user>${escaped(triggerUser)}</user>\n${closing}`),
      ]),
    ),
  };
}

export async function deployOrgSpecifics(
  org: Org,
  root: string,
  users: { readonly relayUser: string; readonly triggerUser: string },
): Promise<void> {
  const policies = await org.metadataNames("ExtlClntAppOauthConfigurablePolicies");
  const policyName = policies.find((name) => name.startsWith(`${APP}_`)) ?? `${APP}_oauthPlcy`;
  const subscribers: Record<string, string> = {};
  for (const name of SUBSCRIBERS)
    subscribers[name] = await readFile(path.join(root, "force-app/main/default", name), "utf8");
  await deployFiles(org, root, orgSpecificFiles({ ...users, policyName, subscribers }));
}

/** Deploys files, given by their path below the package folder, from a project that is deleted afterwards. */
export async function deployFiles(
  org: Org,
  root: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const project = await mkdtemp(path.join(tmpdir(), "org-metadata-"));
  try {
    await writeFile(
      path.join(project, "sfdx-project.json"),
      await readFile(path.join(root, "sfdx-project.json"), "utf8"),
    );
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

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
