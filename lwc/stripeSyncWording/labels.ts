import different from "@salesforce/label/c.Stripe_Run_Different";
import done from "@salesforce/label/c.Stripe_Run_Done";
import dry from "@salesforce/label/c.Stripe_Run_Dry";
import everything from "@salesforce/label/c.Stripe_Run_Everything";
import from from "@salesforce/label/c.Stripe_Run_From";
import hours from "@salesforce/label/c.Stripe_Run_Hours";
import kindChosen from "@salesforce/label/c.Stripe_Run_Kind_Chosen";
import kindGap from "@salesforce/label/c.Stripe_Run_Kind_Gap";
import kindHistory from "@salesforce/label/c.Stripe_Run_Kind_History";
import kindImport from "@salesforce/label/c.Stripe_Run_Kind_Import";
import kindLive from "@salesforce/label/c.Stripe_Run_Kind_Live";
import kindPayouts from "@salesforce/label/c.Stripe_Run_Kind_Payouts";
import kindRange from "@salesforce/label/c.Stripe_Run_Kind_Range";
import left from "@salesforce/label/c.Stripe_Run_Left";
import leftUnknown from "@salesforce/label/c.Stripe_Run_Left_Unknown";
import listing from "@salesforce/label/c.Stripe_Run_Listing";
import minute from "@salesforce/label/c.Stripe_Run_Minute";
import minutes from "@salesforce/label/c.Stripe_Run_Minutes";
import paused from "@salesforce/label/c.Stripe_Run_Paused";
import queued from "@salesforce/label/c.Stripe_Run_Queued";
import running from "@salesforce/label/c.Stripe_Run_Running";
import stopped from "@salesforce/label/c.Stripe_Run_Stopped";
import until from "@salesforce/label/c.Stripe_Run_Until";
import wet from "@salesforce/label/c.Stripe_Run_Wet";

export const labels = {
  different,
  done,
  dry,
  everything,
  from,
  hours,
  kindChosen,
  kindGap,
  kindHistory,
  kindImport,
  kindLive,
  kindPayouts,
  kindRange,
  left,
  leftUnknown,
  listing,
  minute,
  minutes,
  paused,
  queued,
  running,
  stopped,
  until,
  wet,
};
