import attempts from "@salesforce/label/c.Stripe_Events_Attempts";
import duplicate from "@salesforce/label/c.Stripe_Event_Duplicate";
import failed from "@salesforce/label/c.Stripe_Event_Failed";
import gone from "@salesforce/label/c.Stripe_Events_Gone";
import ignored from "@salesforce/label/c.Stripe_Event_Ignored";
import loading from "@salesforce/label/c.Stripe_Events_Loading";
import processed from "@salesforce/label/c.Stripe_Event_Processed";
import readAgain from "@salesforce/label/c.Stripe_Events_Read_Again";
import reading from "@salesforce/label/c.Stripe_Events_Reading";
import replay from "@salesforce/label/c.Stripe_Events_Replay";
import stale from "@salesforce/label/c.Stripe_Event_Stale";
import title from "@salesforce/label/c.Stripe_Event_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import waiting from "@salesforce/label/c.Stripe_Event_Waiting";

export const labels = {
  attempts,
  duplicate,
  failed,
  gone,
  ignored,
  loading,
  processed,
  readAgain,
  reading,
  replay,
  stale,
  title,
  tryAgain,
  waiting,
};
