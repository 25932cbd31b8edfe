import type Stripe from "stripe";
import type { EndpointCommand } from "./command.ts";
import { PINNED_API_VERSION } from "./stripe-api.ts";

export interface EndpointReport {
  readonly lines: readonly string[];
  /** Stripe shows a signing secret once, when the endpoint is created. */
  readonly newSecret: string | null;
}

const DESCRIPTION = "Salesforce relay";
/** Stripe does not tell of an endpoint whether it is for connected accounts. */
const OF_CONNECTED = "of_connected_accounts";

/**
 * Creates the endpoint at the URL in the pinned version, or gives the one that is there the right events.
 * @param types what the Worker forwards
 */
export async function ensureEndpoint(
  stripe: Stripe,
  {
    url,
    dryRun,
    isConnect = false,
  }: Pick<EndpointCommand, "url" | "dryRun"> & Partial<Pick<EndpointCommand, "isConnect">>,
  types: readonly string[],
): Promise<EndpointReport> {
  const atUrl: Stripe.WebhookEndpoint[] = [];
  for await (const endpoint of stripe.webhookEndpoints.list({ limit: 100 }))
    if (endpoint.url === url && (endpoint.metadata[OF_CONNECTED] === "true") === isConnect)
      atUrl.push(endpoint);

  const present = atUrl.find((endpoint) => endpoint.api_version === PINNED_API_VERSION);
  const others = atUrl
    .filter((endpoint) => endpoint !== present)
    .map(
      ({ id, api_version: version }) =>
        `${id} sends to the same URL in version ${version ?? "of the account"}: delete it in Stripe once the new one delivers.`,
    );
  // The SDK's union of names trails Stripe's: an event type is Stripe's word, and Stripe checks it.
  const events = [...types] as Stripe.WebhookEndpointCreateParams.EnabledEvent[];

  if (present === undefined) {
    const what = `endpoint for ${url}, version ${PINNED_API_VERSION}, ${events.length} event types`;
    if (dryRun) return { lines: [`Would create an ${what}.`, ...others], newSecret: null };
    const created = await stripe.webhookEndpoints.create({
      url,
      api_version: PINNED_API_VERSION,
      enabled_events: events,
      description: DESCRIPTION,
      ...(isConnect ? { connect: true, metadata: { [OF_CONNECTED]: "true" } } : {}),
    });
    return {
      lines: [`Created ${created.id}: ${what}.`, ...others],
      newSecret: created.secret ?? null,
    };
  }

  const missing = events.filter((event) => !present.enabled_events.includes(event));
  const extra = present.enabled_events.filter((event) => !types.includes(event));
  const isDisabled = present.status === "disabled";
  if (missing.length === 0 && extra.length === 0 && !isDisabled)
    return { lines: [`${present.id} is up to date.`, ...others], newSecret: null };
  const changes = [
    ...missing.map((event) => `+ ${event}`),
    ...extra.map((event) => `- ${event}`),
    ...(isDisabled ? ["enabled again"] : []),
  ];
  if (dryRun)
    return { lines: [`Would change ${present.id}:`, ...changes, ...others], newSecret: null };
  await stripe.webhookEndpoints.update(present.id, { enabled_events: events, disabled: false });
  return { lines: [`Changed ${present.id}:`, ...changes, ...others], newSecret: null };
}
