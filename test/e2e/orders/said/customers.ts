/** What Stripe says of a customer, and what its objects add up to. */
import type Stripe from "stripe";
import type { Life } from "../life.ts";
import { dunningOf } from "./dunning.ts";
import { monthlyRevenue } from "./recurring.ts";
import { nothing, ORIGIN, type StoredObject } from "./stored-object.ts";
import { lastDay, moment, rounded } from "./values.ts";
import { totalsOf } from "./totals.ts";

export const customers: StoredObject<Stripe.Customer> = {
  object: "Stripe_Customer__c",
  rows: ({ customer }) => [customer],
  fields: {
    ...ORIGIN,
    // Whose customer it is: nobody in Salesforce has its e-mail address.
    ...nothing("Account__c", "Contact__c"),
    Is_Company__c: () => false,
    // The address of a person stays at Stripe.
    ...nothing("Address_Line_1__c", "Address_Line_2__c", "City__c", "Country__c"),
    ...nothing("Postal_Code__c", "State__c"),
    Stripe_Customer_ID__c: ({ id }) => id,
    Customer_Name__c: ({ name }) => name ?? null,
    Email__c: ({ email }) => email,
    Phone__c: ({ phone }) => phone ?? null,
    Delinquent__c: ({ delinquent }) => delinquent ?? false,
    Deleted__c: ({ deleted }) => deleted ?? false,
    Stripe_Created_At__c: ({ created }) => moment(created),
    Default_Payment_Method__c: (said, life) => mainMethod(said, life)?.id ?? null,
    Payment_Method_Type__c: (said, life) => mainMethod(said, life)?.type ?? null,
    Card_Brand__c: (said, life) => mainMethod(said, life)?.card?.brand ?? null,
    Card_Last4__c: (said, life) => mainMethod(said, life)?.card?.last4 ?? null,
    Card_Expires_On__c: (said, life) => expiryOf(mainMethod(said, life)),
    Payment_Methods_JSON__c: (said, life) => ({
      chosen: said.invoice_settings.default_payment_method,
      methods: methodsOf(life).map(methodOf),
    }),
    Currencies__c: () => 1,
    Totals_Currency__c: () => "USD",
    Total_Revenue__c: (_said, life) => {
      const { billed, tax, credited } = totalsOf(life);
      return rounded(billed - tax - credited, 3);
    },
    Total_Collected__c: (_said, life) => {
      const { paid, outside, refunded, disputed } = totalsOf(life);
      return rounded(paid + outside - refunded - disputed, 3);
    },
    MRR__c: (_said, life) => monthlyRevenue(life),
    Dunning_Stage__c: (_said, life) => dunningOf(life.invoices, life).stage,
    Dunning_Amount__c: (_said, life) => dunningOf(life.invoices, life).amount,
  },
};

interface KnownMethod {
  readonly method: Stripe.PaymentMethod;
  readonly attachedAt: number;
}

/** Those that were attached, the latest first. */
function methodsOf({ sent }: Life): KnownMethod[] {
  return sent
    .filter((event) => event.type === "payment_method.attached")
    .map(({ data, created }) => ({ method: data.object, attachedAt: created }))
    .toSorted((a, b) => b.attachedAt - a.attachedAt || (a.method.id < b.method.id ? 1 : -1));
}

function mainMethod(
  { invoice_settings: { default_payment_method: chosen } }: Stripe.Customer,
  life: Life,
) {
  return methodsOf(life).find(({ method }) => method.id === chosen)?.method;
}

function expiryOf(method: Stripe.PaymentMethod | undefined): string | null {
  return method?.card ? lastDay(method.card.exp_year, method.card.exp_month) : null;
}

function methodOf({ method, attachedAt }: KnownMethod): object {
  return {
    id: method.id,
    methodType: method.type,
    cardBrand: method.card?.brand,
    cardLast4: method.card?.last4,
    cardExpiresOn: expiryOf(method),
    saidAt: attachedAt,
    attachedAt,
    isDetached: false,
  };
}
