import chargeNow from "@salesforce/label/c.Stripe_Change_Charge_Now";
import close from "@salesforce/label/c.Stripe_Change_Close";
import confirm from "@salesforce/label/c.Stripe_Change_Confirm";
import confirmCharge from "@salesforce/label/c.Stripe_Change_Confirm_Charge";
import dueNow from "@salesforce/label/c.Stripe_Change_Due_Now";
import heading from "@salesforce/label/c.Stripe_Change_Heading";
import how from "@salesforce/label/c.Stripe_Change_How";
import lines from "@salesforce/label/c.Stripe_Change_Lines";
import nextInvoice from "@salesforce/label/c.Stripe_Change_Next_Invoice";
import noProration from "@salesforce/label/c.Stripe_Change_No_Proration";
import on from "@salesforce/label/c.Stripe_Change_On";
import onNext from "@salesforce/label/c.Stripe_Change_On_Next";
import plan from "@salesforce/label/c.Stripe_Change_Plan";
import preview from "@salesforce/label/c.Stripe_Change_Preview";
import previewing from "@salesforce/label/c.Stripe_Change_Previewing";
import quantity from "@salesforce/label/c.Stripe_Change_Quantity";
import sent from "@salesforce/label/c.Stripe_Change_Sent";
import stale from "@salesforce/label/c.Stripe_Change_Stale";

export const labels = {
  chargeNow,
  close,
  confirm,
  confirmCharge,
  dueNow,
  heading,
  how,
  lines,
  nextInvoice,
  noProration,
  on,
  onNext,
  plan,
  preview,
  previewing,
  quantity,
  sent,
  stale,
};
