import type { Account } from "./account.ts";
import { accountResource } from "./accounts/resource.ts";
import type { Resource } from "./api/resource.ts";
import { balanceResource } from "./balance/resource.ts";
import { billingPortalResource } from "./billing_portal/resource.ts";
import { billingResources } from "./billing/resources.ts";
import { chargeResource } from "./charges/resource.ts";
import { checkoutSessionResource } from "./checkout/resource.ts";
import { customerResource } from "./customers/resource.ts";
import { disputeResource } from "./disputes/resource.ts";
import { eventResource } from "./events/resource.ts";
import { paymentIntentResource } from "./payment_intents/resource.ts";
import { paymentMethodResource } from "./payment_methods/resource.ts";
import { paymentRecordResource } from "./payment_records/resource.ts";
import { payoutResource } from "./payouts/resource.ts";
import { priceResource } from "./prices/resource.ts";
import { productResource } from "./products/resource.ts";
import { refundResource } from "./refunds/resource.ts";
import { setupIntentResource } from "./setup_intents/resource.ts";
import { webhookEndpointResource } from "./webhook_endpoints/resource.ts";

/** Everything under /v1. */
export function resourcesOf({ events, id }: Account): readonly Resource[] {
  return [
    accountResource(id),
    balanceResource,
    chargeResource,
    checkoutSessionResource,
    customerResource,
    disputeResource,
    eventResource(events),
    paymentIntentResource,
    paymentMethodResource,
    paymentRecordResource,
    payoutResource,
    priceResource,
    productResource,
    refundResource,
    setupIntentResource,
    webhookEndpointResource,
    billingPortalResource,
    ...billingResources,
  ];
}
