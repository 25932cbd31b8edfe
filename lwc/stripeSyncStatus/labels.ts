import couldNotBeSent from "@salesforce/label/c.Stripe_Sync_Failed";
import isBeingSent from "@salesforce/label/c.Stripe_Sync_Pending";
import isCustomer from "@salesforce/label/c.Stripe_Sync_Completed";
import isNotCustomer from "@salesforce/label/c.Stripe_Sync_None";
import lastInStep from "@salesforce/label/c.Stripe_Sync_Since";
import loading from "@salesforce/label/c.Stripe_Loading";
import makeCustomer from "@salesforce/label/c.Stripe_Sync_Create";
import needsEmail from "@salesforce/label/c.Stripe_Sync_Needs_Email";
import openCustomer from "@salesforce/label/c.Stripe_Sync_Open_Customer";
import title from "@salesforce/label/c.Stripe_Sync_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";

export const labels = {
  couldNotBeSent,
  isBeingSent,
  isCustomer,
  isNotCustomer,
  lastInStep,
  loading,
  makeCustomer,
  needsEmail,
  openCustomer,
  title,
  tryAgain,
};
