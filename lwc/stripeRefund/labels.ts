import amount from "@salesforce/label/c.Stripe_Refund_Amount";
import badAmount from "@salesforce/label/c.Stripe_Refund_Bad_Amount";
import cancel from "@salesforce/label/c.Stripe_Refund_Cancel";
import done from "@salesforce/label/c.Stripe_Refund_Done";
import duplicate from "@salesforce/label/c.Stripe_Refund_Duplicate";
import fraudulent from "@salesforce/label/c.Stripe_Refund_Fraudulent";
import left from "@salesforce/label/c.Stripe_Refund_Left";
import noReason from "@salesforce/label/c.Stripe_Refund_No_Reason";
import reason from "@salesforce/label/c.Stripe_Refund_Reason";
import requested from "@salesforce/label/c.Stripe_Refund_Requested";
import send from "@salesforce/label/c.Stripe_Refund_Send";
import sending from "@salesforce/label/c.Stripe_Refund_Sending";
import title from "@salesforce/label/c.Stripe_Refund_Title";
import tooFine from "@salesforce/label/c.Stripe_Refund_Too_Fine";
import waits from "@salesforce/label/c.Stripe_Refund_Waits";

export const labels = {
  amount,
  badAmount,
  cancel,
  done,
  duplicate,
  fraudulent,
  left,
  noReason,
  reason,
  requested,
  send,
  sending,
  title,
  tooFine,
  waits,
};
