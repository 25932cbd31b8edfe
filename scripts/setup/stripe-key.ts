import { z } from "zod";
import { SetupError, type Org } from "./org.ts";

const CREDENTIAL = "/services/data/v66.0/named-credentials/credential";
const PRINCIPAL = {
  externalCredential: "Stripe_API",
  principalName: "StripePrincipal",
  principalType: "NamedPrincipal",
} as const;

/** The parameters a principal has, by name; their values are not told. */
const credential = z.object({ credentials: z.record(z.string(), z.unknown()).default({}) });

/**
 * Stores the key Apex calls Stripe with. No metadata can carry it.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_named_credential.htm
 */
export async function storeStripeKey(org: Org, key: string): Promise<void> {
  const isThere = await hasParameters(org);
  await org.rest(isThere ? "PUT" : "POST", CREDENTIAL, {
    ...PRINCIPAL,
    authenticationProtocol: "Custom",
    credentials: { ApiKey: { value: key, encrypted: true } },
  });
}

/** An org that will not say is treated as one without: it refuses the key as well, and says why. */
async function hasParameters(org: Org): Promise<boolean> {
  try {
    const said = await org.rest(
      "GET",
      `${CREDENTIAL}?${new URLSearchParams(PRINCIPAL).toString()}`,
    );
    return Object.keys(credential.safeParse(said).data?.credentials ?? {}).length > 0;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}
