import type { ObjectName } from "./event-types.ts";
import { charge } from "./projection/charge.ts";
import { checkoutSession } from "./projection/checkout-session.ts";
import { coupon } from "./projection/coupon.ts";
import { creditNote } from "./projection/credit-note.ts";
import { customer } from "./projection/customer.ts";
import { customerDiscount } from "./projection/customer-discount.ts";
import { dispute } from "./projection/dispute.ts";
import { invoice } from "./projection/invoice.ts";
import { invoicePayment } from "./projection/invoice-payment.ts";
import { paymentIntent } from "./projection/payment-intent.ts";
import { paymentMethod } from "./projection/payment-method.ts";
import { payout } from "./projection/payout.ts";
import { price } from "./projection/price.ts";
import { product } from "./projection/product.ts";
import type { Projection } from "./projection/projection.ts";
import { refund } from "./projection/refund.ts";
import { subscription } from "./projection/subscription.ts";

/** All that may leave the edge, by the kind of object. */
export const PROJECTIONS: Readonly<Record<ObjectName, Projection>> = {
  charge,
  "checkout.session": checkoutSession,
  coupon,
  credit_note: creditNote,
  customer,
  discount: customerDiscount,
  dispute,
  invoice,
  invoice_payment: invoicePayment,
  payment_intent: paymentIntent,
  payment_method: paymentMethod,
  payout,
  price,
  product,
  refund,
  subscription,
};
