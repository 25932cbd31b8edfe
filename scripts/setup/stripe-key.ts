import { z } from "zod";
import { SetupError, type Org } from "./org.ts";

const CREDENTIAL = "/services/data/v66.0/named-credentials/credential";
/** Of the org's own account. */
export const OWN_CREDENTIAL = "Stripe_API";

/** Every credential has the one principal. */
function principalOf(externalCredential: string): Record<string, string> {
  return { externalCredential, principalName: "StripePrincipal", principalType: "NamedPrincipal" };
}

/** The parameters a principal has, by name; their values are not told. */
const credential = z.object({ credentials: z.record(z.string(), z.unknown()).default({}) });

/**
 * Stores a key Apex calls Stripe with. No metadata can carry it.
 * https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/connect_resources_named_credential.htm
 *
 * @param name of the external credential
 */
export async function storeStripeKey(
  org: Org,
  key: string,
  name: string = OWN_CREDENTIAL,
): Promise<void> {
  const principal = principalOf(name);
  const isThere = await hasParameters(org, principal);
  await org.rest(isThere ? "PUT" : "POST", CREDENTIAL, {
    ...principal,
    authenticationProtocol: "Custom",
    credentials: { ApiKey: { value: key, encrypted: true } },
  });
}

/** An org that will not say is treated as one without: it refuses the key as well, and says why. */
async function hasParameters(
  org: Org,
  principal: Readonly<Record<string, string>>,
): Promise<boolean> {
  try {
    const said = await org.rest(
      "GET",
      `${CREDENTIAL}?${new URLSearchParams(principal).toString()}`,
    );
    return Object.keys(credential.safeParse(said).data?.credentials ?? {}).length > 0;
  } catch (error) {
    if (error instanceof SetupError) return false;
    throw error;
  }
}
