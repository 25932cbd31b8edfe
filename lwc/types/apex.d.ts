/** Written by `org types` from the Apex: what @AuraEnabled methods take and give. */

declare module "@salesforce/apex/StripeCheckoutController.offer" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Offer {
    readonly customerId?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly savedCard?: string | null | undefined;
    readonly maySell?: boolean | null | undefined;
    readonly plans?: readonly Plan[] | null | undefined;
    readonly subscriptions?: readonly Subscription[] | null | undefined;
  }
  export interface Plan {
    readonly name?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly billingInterval?: string | null | undefined;
    readonly intervalCount?: number | null | undefined;
  }
  export interface Subscription {
    readonly recordId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly plan?: string | null | undefined;
    readonly quantity?: number | null | undefined;
    readonly status?: string | null | undefined;
    readonly syncStatus?: string | null | undefined;
    readonly problem?: string | null | undefined;
    readonly hadLink?: boolean | null | undefined;
    readonly trialDays?: number | null | undefined;
    readonly discountCode?: string | null | undefined;
    readonly trialEnd?: string | null | undefined;
    readonly checkoutUrl?: string | null | undefined;
    readonly checkoutExpiresAt?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly periodEnd?: string | null | undefined;
    readonly endsAtPeriodEnd?: boolean | null | undefined;
    readonly cancelRequest?: string | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Offer>;
  export default method;
}

declare module "@salesforce/apex/StripeCheckoutController.sell" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Sale {
    readonly plan?: string | null | undefined;
    readonly quantity?: number | null | undefined;
    readonly path?: string | null | undefined;
    readonly trialDays?: number | null | undefined;
    readonly discountCode?: string | null | undefined;
    readonly allowsPromotionCodes?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
    readonly sale?: Sale | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeCheckoutController.renew" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly subscriptionId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeCheckoutController.cancel" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly subscriptionId?: string | null | undefined;
    readonly request?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeComparisonController.compare" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Comparison {
    readonly differences?: readonly Difference[] | null | undefined;
    readonly mayRepair?: boolean | null | undefined;
  }
  export interface Difference {
    readonly recordId?: string | null | undefined;
    readonly kind?: string | null | undefined;
    readonly objectLabel?: string | null | undefined;
    readonly stripeId?: string | null | undefined;
    readonly targetId?: string | null | undefined;
    readonly fieldLabel?: string | null | undefined;
    readonly here?: string | null | undefined;
    readonly inStripe?: string | null | undefined;
    readonly severity?: string | null | undefined;
    readonly state?: string | null | undefined;
    readonly reason?: string | null | undefined;
    readonly canRepair?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Comparison>;
  export default method;
}

declare module "@salesforce/apex/StripeComparisonController.repair" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeComparisonController.repairOf" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Repair {
    readonly status?: string | null | undefined;
    readonly message?: string | null | undefined;
    readonly repaired?: number | null | undefined;
    readonly isOver?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly runId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Repair>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.state" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface StripeIntegrationHealth {
    readonly light?: string | null | undefined;
    readonly reasons?: readonly Reason[] | null | undefined;
    readonly reportedAt?: string | null | undefined;
    readonly relayLagSeconds?: number | null | undefined;
    readonly openEvents?: number | null | undefined;
    readonly deadLetters?: number | null | undefined;
    readonly budgetUsed?: number | null | undefined;
    readonly breaker?: string | null | undefined;
    readonly lagSeconds?: number | null | undefined;
    readonly mostLagSeconds?: number | null | undefined;
    readonly fewEvents?: number | null | undefined;
    readonly failed?: number | null | undefined;
    readonly waiting?: number | null | undefined;
    readonly oldestFailureAt?: string | null | undefined;
    readonly apiUsed?: number | null | undefined;
    readonly apiMaximum?: number | null | undefined;
    readonly hours?: readonly Hour[] | null | undefined;
    readonly categories?: readonly Category[] | null | undefined;
    readonly mayReplay?: boolean | null | undefined;
  }
  export interface Reason {
    readonly kind?: string | null | undefined;
    readonly value?: number | null | undefined;
    readonly since?: string | null | undefined;
  }
  export interface Hour {
    readonly beginsAt?: string | null | undefined;
    readonly applied?: number | null | undefined;
    readonly failed?: number | null | undefined;
    readonly waiting?: number | null | undefined;
  }
  export interface Category {
    readonly text?: string | null | undefined;
    readonly count?: number | null | undefined;
  }
  export type Parameters = Record<string, never>;
  const method: ApexMethod<Parameters, StripeIntegrationHealth>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.events" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface EventPage {
    readonly events?: readonly Event[] | null | undefined;
    readonly next?: string | null | undefined;
  }
  export interface Filter {
    readonly status?: string | null | undefined;
    readonly type?: string | null | undefined;
    readonly stripeId?: string | null | undefined;
    readonly since?: string | null | undefined;
  }
  export interface Event {
    readonly recordId?: string | null | undefined;
    readonly eventId?: string | null | undefined;
    readonly type?: string | null | undefined;
    readonly objectId?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly problem?: string | null | undefined;
    readonly attempts?: number | null | undefined;
    readonly lane?: string | null | undefined;
    readonly correlationId?: string | null | undefined;
    readonly createdAt?: string | null | undefined;
    readonly receivedAt?: string | null | undefined;
    readonly processedAt?: string | null | undefined;
    readonly payload?: string | null | undefined;
  }
  export type Parameters = {
    readonly filter?: Filter | null | undefined;
    readonly after?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, EventPage>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.event" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Event {
    readonly recordId?: string | null | undefined;
    readonly eventId?: string | null | undefined;
    readonly type?: string | null | undefined;
    readonly objectId?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly problem?: string | null | undefined;
    readonly attempts?: number | null | undefined;
    readonly lane?: string | null | undefined;
    readonly correlationId?: string | null | undefined;
    readonly createdAt?: string | null | undefined;
    readonly receivedAt?: string | null | undefined;
    readonly processedAt?: string | null | undefined;
    readonly payload?: string | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Event>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.replay" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Replayed {
    readonly applied?: number | null | undefined;
    readonly failed?: number | null | undefined;
    readonly waiting?: number | null | undefined;
    readonly next?: string | null | undefined;
    readonly problems?: readonly string[] | null | undefined;
  }
  export type Parameters = {
    readonly recordIds?: readonly string[] | null | undefined;
  };
  const method: ApexMethod<Parameters, Replayed>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.replayFailed" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Replayed {
    readonly applied?: number | null | undefined;
    readonly failed?: number | null | undefined;
    readonly waiting?: number | null | undefined;
    readonly next?: string | null | undefined;
    readonly problems?: readonly string[] | null | undefined;
  }
  export type Parameters = {
    readonly since?: string | null | undefined;
    readonly after?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Replayed>;
  export default method;
}

declare module "@salesforce/apex/StripeIntegrationController.readAgain" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly stripeId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeMatchController.unmatched" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface CustomerPage {
    readonly customers?: readonly Customer[] | null | undefined;
    readonly next?: string | null | undefined;
  }
  export interface Customer {
    readonly recordId?: string | null | undefined;
    readonly stripeId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly createdAt?: string | null | undefined;
    readonly sameEmail?: number | null | undefined;
  }
  export type Parameters = {
    readonly after?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, CustomerPage>;
  export default method;
}

declare module "@salesforce/apex/StripeMatchController.candidates" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Candidate {
    readonly recordId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly accountName?: string | null | undefined;
    readonly stripeId?: string | null | undefined;
  }
  export type Parameters = {
    readonly customerId?: string | null | undefined;
    readonly search?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, readonly Candidate[]>;
  export default method;
}

declare module "@salesforce/apex/StripeMatchController.match" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly customerId?: string | null | undefined;
    readonly contactId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentActionsController.refund" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly paymentId?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly reason?: string | null | undefined;
    readonly key?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentActionsController.retry" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly paymentId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentActionsController.cardLink" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface CardLink {
    readonly url?: string | null | undefined;
    readonly email?: string | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, CardLink>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentHistoryController.page" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface PaymentPage {
    readonly payments?: readonly Payment[] | null | undefined;
    readonly next?: string | null | undefined;
  }
  export interface Filter {
    readonly status?: string | null | undefined;
    readonly method?: string | null | undefined;
    readonly since?: string | null | undefined;
    readonly until?: string | null | undefined;
    readonly text?: string | null | undefined;
  }
  export interface Payment {
    readonly recordId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly customerName?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly happenedAt?: string | null | undefined;
    readonly cardBrand?: string | null | undefined;
    readonly cardLast4?: string | null | undefined;
    readonly methodType?: string | null | undefined;
    readonly failureCode?: string | null | undefined;
    readonly failureReason?: string | null | undefined;
    readonly failedAttempts?: number | null | undefined;
    readonly refunded?: number | null | undefined;
    readonly disputeStatus?: string | null | undefined;
    readonly disputeReason?: string | null | undefined;
    readonly disputeDueBy?: string | null | undefined;
    readonly receiptUrl?: string | null | undefined;
    readonly email?: string | null | undefined;
    readonly invoice?: Invoice | null | undefined;
  }
  export interface Invoice {
    readonly recordId?: string | null | undefined;
    readonly invoiceNumber?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly pdfUrl?: string | null | undefined;
    readonly paymentUrl?: string | null | undefined;
    readonly nextAttemptAt?: string | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
    readonly filter?: Filter | null | undefined;
    readonly after?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, PaymentPage>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentHistoryController.summary" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Summary {
    readonly totals?: readonly Total[] | null | undefined;
    readonly openInvoices?: number | null | undefined;
    readonly nextAttemptAt?: string | null | undefined;
    readonly methods?: readonly string[] | null | undefined;
    readonly mayRefund?: boolean | null | undefined;
    readonly mayCollect?: boolean | null | undefined;
    readonly hasCustomer?: boolean | null | undefined;
  }
  export interface Total {
    readonly currencyCode?: string | null | undefined;
    readonly paid?: number | null | undefined;
    readonly refunded?: number | null | undefined;
    readonly open?: number | null | undefined;
  }
  export type Parameters = {
    readonly recordId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Summary>;
  export default method;
}

declare module "@salesforce/apex/StripePaymentHistoryController.details" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface StripePaymentDetails {
    readonly attempts?: readonly Attempt[] | null | undefined;
    readonly refunds?: readonly Refund[] | null | undefined;
    readonly disputes?: readonly Dispute[] | null | undefined;
  }
  export interface Attempt {
    readonly recordId?: string | null | undefined;
    readonly attemptedAt?: string | null | undefined;
    readonly outcome?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly cardBrand?: string | null | undefined;
    readonly cardLast4?: string | null | undefined;
    readonly methodType?: string | null | undefined;
    readonly failureReason?: string | null | undefined;
    readonly declineCode?: string | null | undefined;
  }
  export interface Refund {
    readonly recordId?: string | null | undefined;
    readonly refundedAt?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly reason?: string | null | undefined;
    readonly failureReason?: string | null | undefined;
  }
  export interface Dispute {
    readonly recordId?: string | null | undefined;
    readonly openedAt?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly amount?: number | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly reason?: string | null | undefined;
    readonly dueBy?: string | null | undefined;
    readonly hasEvidence?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly paymentId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, StripePaymentDetails>;
  export default method;
}

declare module "@salesforce/apex/StripePlanChangeController.preview" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface StripePlanPreview {
    readonly dueNow?: number | null | undefined;
    readonly nextAmount?: number | null | undefined;
    readonly nextAt?: string | null | undefined;
    readonly currencyCode?: string | null | undefined;
    readonly prorationDate?: string | null | undefined;
    readonly lines?: readonly Line[] | null | undefined;
  }
  export interface Line {
    readonly description?: string | null | undefined;
    readonly amount?: number | null | undefined;
  }
  export type Parameters = {
    readonly subscriptionId?: string | null | undefined;
    readonly plan?: string | null | undefined;
    readonly quantity?: number | null | undefined;
    readonly proration?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, StripePlanPreview>;
  export default method;
}

declare module "@salesforce/apex/StripePlanChangeController.change" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly subscriptionId?: string | null | undefined;
    readonly plan?: string | null | undefined;
    readonly quantity?: number | null | undefined;
    readonly proration?: string | null | undefined;
    readonly prorationDate?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripePreferenceController.state" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface State {
    readonly kinds?: readonly Kind[] | null | undefined;
    readonly wanted?: readonly string[] | null | undefined;
    readonly rings?: boolean | null | undefined;
    readonly isEmailed?: boolean | null | undefined;
    readonly isTask?: boolean | null | undefined;
  }
  export interface Kind {
    readonly value?: string | null | undefined;
    readonly label?: string | null | undefined;
  }
  export type Parameters = Record<string, never>;
  const method: ApexMethod<Parameters, State>;
  export default method;
}

declare module "@salesforce/apex/StripePreferenceController.choose" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly wanted?: readonly string[] | null | undefined;
    readonly rings?: boolean | null | undefined;
    readonly isEmailed?: boolean | null | undefined;
    readonly isTask?: boolean | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeRevenueController.figures" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface StripeRevenueFigures {
    readonly figures?: readonly Figure[] | null | undefined;
    readonly closedThrough?: string | null | undefined;
    readonly counted?: string | null | undefined;
    readonly accountKey?: string | null | undefined;
    readonly accounts?: readonly StripeAccountChoice[] | null | undefined;
  }
  export interface Figure {
    readonly name?: string | null | undefined;
    readonly recordCount?: number | null | undefined;
    readonly isTooMany?: boolean | null | undefined;
    readonly amounts?: readonly Amount[] | null | undefined;
  }
  export interface StripeAccountChoice {
    readonly key?: string | null | undefined;
    readonly label?: string | null | undefined;
  }
  export interface Amount {
    readonly currencyCode?: string | null | undefined;
    readonly amount?: number | null | undefined;
  }
  export type Parameters = {
    readonly accountKey?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, StripeRevenueFigures>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.overview" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Overview {
    readonly mayBegin?: boolean | null | undefined;
    readonly types?: readonly TypeChoice[] | null | undefined;
    readonly accounts?: readonly StripeAccountChoice[] | null | undefined;
    readonly runs?: readonly Run[] | null | undefined;
  }
  export interface TypeChoice {
    readonly name?: string | null | undefined;
    readonly label?: string | null | undefined;
  }
  export interface StripeAccountChoice {
    readonly key?: string | null | undefined;
    readonly label?: string | null | undefined;
  }
  export interface Run {
    readonly recordId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly kind?: string | null | undefined;
    readonly isDry?: boolean | null | undefined;
    readonly account?: string | null | undefined;
    readonly types?: string | null | undefined;
    readonly since?: string | null | undefined;
    readonly before?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly message?: string | null | undefined;
    readonly progress?: number | null | undefined;
    readonly current?: string | null | undefined;
    readonly listed?: number | null | undefined;
    readonly missingHere?: number | null | undefined;
    readonly different?: number | null | undefined;
    readonly missingInStripe?: number | null | undefined;
    readonly repaired?: number | null | undefined;
    readonly refused?: number | null | undefined;
    readonly accepted?: number | null | undefined;
    readonly unmatched?: number | null | undefined;
    readonly startedAt?: string | null | undefined;
    readonly heartbeatAt?: string | null | undefined;
    readonly endedAt?: string | null | undefined;
  }
  export type Parameters = Record<string, never>;
  const method: ApexMethod<Parameters, Overview>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.run" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Run {
    readonly recordId?: string | null | undefined;
    readonly name?: string | null | undefined;
    readonly kind?: string | null | undefined;
    readonly isDry?: boolean | null | undefined;
    readonly account?: string | null | undefined;
    readonly types?: string | null | undefined;
    readonly since?: string | null | undefined;
    readonly before?: string | null | undefined;
    readonly status?: string | null | undefined;
    readonly message?: string | null | undefined;
    readonly progress?: number | null | undefined;
    readonly current?: string | null | undefined;
    readonly listed?: number | null | undefined;
    readonly missingHere?: number | null | undefined;
    readonly different?: number | null | undefined;
    readonly missingInStripe?: number | null | undefined;
    readonly repaired?: number | null | undefined;
    readonly refused?: number | null | undefined;
    readonly accepted?: number | null | undefined;
    readonly unmatched?: number | null | undefined;
    readonly startedAt?: string | null | undefined;
    readonly heartbeatAt?: string | null | undefined;
    readonly endedAt?: string | null | undefined;
  }
  export type Parameters = {
    readonly runId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, Run>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.differences" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface DifferencePage {
    readonly differences?: readonly Difference[] | null | undefined;
    readonly next?: string | null | undefined;
  }
  export interface Filter {
    readonly severity?: string | null | undefined;
    readonly state?: string | null | undefined;
  }
  export interface Difference {
    readonly recordId?: string | null | undefined;
    readonly kind?: string | null | undefined;
    readonly objectLabel?: string | null | undefined;
    readonly stripeId?: string | null | undefined;
    readonly targetId?: string | null | undefined;
    readonly fieldLabel?: string | null | undefined;
    readonly here?: string | null | undefined;
    readonly inStripe?: string | null | undefined;
    readonly severity?: string | null | undefined;
    readonly state?: string | null | undefined;
    readonly reason?: string | null | undefined;
    readonly canRepair?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly runId?: string | null | undefined;
    readonly filter?: Filter | null | undefined;
    readonly after?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, DifferencePage>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.start" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface Plan {
    readonly types?: readonly string[] | null | undefined;
    readonly since?: string | null | undefined;
    readonly until?: string | null | undefined;
    readonly isDry?: boolean | null | undefined;
    readonly accountKey?: string | null | undefined;
  }
  export type Parameters = {
    readonly plan?: Plan | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.setStatus" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly runId?: string | null | undefined;
    readonly status?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.accept" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly differenceIds?: readonly string[] | null | undefined;
    readonly isAccepted?: boolean | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.repair" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly differenceIds?: readonly string[] | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncController.repairAll" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly runId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, string>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncStatusController.state" {
  import type { ApexMethod } from "@salesforce/apex";
  export interface State {
    readonly status?: string | null | undefined;
    readonly syncedAt?: string | null | undefined;
    readonly problem?: string | null | undefined;
    readonly customerId?: string | null | undefined;
    readonly hasEmail?: boolean | null | undefined;
    readonly mayEdit?: boolean | null | undefined;
  }
  export type Parameters = {
    readonly contactId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, State>;
  export default method;
}

declare module "@salesforce/apex/StripeSyncStatusController.send" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = {
    readonly contactId?: string | null | undefined;
  };
  const method: ApexMethod<Parameters, null>;
  export default method;
}

declare module "@salesforce/apex/StripeWhatCountsController.whatCounts" {
  import type { ApexMethod } from "@salesforce/apex";
  export type Parameters = Record<string, never>;
  const method: ApexMethod<Parameters, string>;
  export default method;
}
