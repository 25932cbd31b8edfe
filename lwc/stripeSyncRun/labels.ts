import accept from "@salesforce/label/c.Stripe_Run_Accept";
import acceptHint from "@salesforce/label/c.Stripe_Run_Accept_Hint";
import all from "@salesforce/label/c.Stripe_Run_All";
import chosen from "@salesforce/label/c.Stripe_Run_Chosen";
import counts from "@salesforce/label/c.Stripe_Run_Counts";
import empty from "@salesforce/label/c.Stripe_Run_Empty";
import gone from "@salesforce/label/c.Stripe_Run_Gone";
import loading from "@salesforce/label/c.Stripe_Run_Loading";
import name from "@salesforce/label/c.Stripe_Run_Name";
import newer from "@salesforce/label/c.Stripe_Run_Newer";
import older from "@salesforce/label/c.Stripe_Run_Older";
import pause from "@salesforce/label/c.Stripe_Run_Pause";
import progress from "@salesforce/label/c.Stripe_Run_Progress";
import refresh from "@salesforce/label/c.Stripe_Run_Refresh";
import repair from "@salesforce/label/c.Stripe_Run_Repair";
import repairAll from "@salesforce/label/c.Stripe_Run_Repair_All";
import repairNo from "@salesforce/label/c.Stripe_Run_Repair_No";
import repairSure from "@salesforce/label/c.Stripe_Run_Repair_Sure";
import repairYes from "@salesforce/label/c.Stripe_Run_Repair_Yes";
import resume from "@salesforce/label/c.Stripe_Run_Resume";
import severity from "@salesforce/label/c.Stripe_Run_Severity";
import state from "@salesforce/label/c.Stripe_Run_State";
import stop from "@salesforce/label/c.Stripe_Run_Stop";
import title from "@salesforce/label/c.Stripe_Run_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import unaccept from "@salesforce/label/c.Stripe_Run_Unaccept";
import unmatched from "@salesforce/label/c.Stripe_Run_Unmatched";
import working from "@salesforce/label/c.Stripe_Run_Working";

export const labels = {
  accept,
  acceptHint,
  all,
  chosen,
  counts,
  empty,
  gone,
  loading,
  name,
  newer,
  older,
  pause,
  progress,
  refresh,
  repair,
  repairAll,
  repairNo,
  repairSure,
  repairYes,
  resume,
  severity,
  state,
  stop,
  title,
  tryAgain,
  unaccept,
  unmatched,
  working,
};
