import attempts from "@salesforce/label/c.Stripe_Details_Attempts";
import blocked from "@salesforce/label/c.Stripe_Outcome_Blocked";
import canceled from "@salesforce/label/c.Stripe_Refund_Status_Canceled";
import closed from "@salesforce/label/c.Stripe_Dispute_Closed";
import disputes from "@salesforce/label/c.Stripe_Details_Disputes";
import evidenceDue from "@salesforce/label/c.Stripe_Details_Evidence_Due";
import evidenceGiven from "@salesforce/label/c.Stripe_Details_Evidence_Given";
import evidenceLate from "@salesforce/label/c.Stripe_Details_Evidence_Late";
import expired from "@salesforce/label/c.Stripe_Outcome_Expired";
import failed from "@salesforce/label/c.Stripe_Outcome_Failed";
import givenBack from "@salesforce/label/c.Stripe_Refund_Status_Succeeded";
import inquiry from "@salesforce/label/c.Stripe_Dispute_Inquiry";
import loading from "@salesforce/label/c.Stripe_Details_Loading";
import lost from "@salesforce/label/c.Stripe_Dispute_Lost";
import needsResponse from "@salesforce/label/c.Stripe_Dispute_Needs_Response";
import notGivenBack from "@salesforce/label/c.Stripe_Refund_Status_Failed";
import nothing from "@salesforce/label/c.Stripe_Details_Nothing";
import onItsWay from "@salesforce/label/c.Stripe_Refund_Status_Pending";
import pending from "@salesforce/label/c.Stripe_Outcome_Pending";
import refunds from "@salesforce/label/c.Stripe_Details_Refunds";
import succeeded from "@salesforce/label/c.Stripe_Outcome_Succeeded";
import toConfirm from "@salesforce/label/c.Stripe_Refund_Status_Requires_Action";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import underReview from "@salesforce/label/c.Stripe_Dispute_Under_Review";
import won from "@salesforce/label/c.Stripe_Dispute_Won";

export const labels = {
  attempts,
  blocked,
  canceled,
  closed,
  disputes,
  evidenceDue,
  evidenceGiven,
  evidenceLate,
  expired,
  failed,
  givenBack,
  inquiry,
  loading,
  lost,
  needsResponse,
  notGivenBack,
  nothing,
  onItsWay,
  pending,
  refunds,
  succeeded,
  toConfirm,
  tryAgain,
  underReview,
  won,
};
