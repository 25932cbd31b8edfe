import account from "@salesforce/label/c.Stripe_Choose_Account";
import actions from "@salesforce/label/c.Stripe_Runs_Actions";
import begin from "@salesforce/label/c.Stripe_Runs_Begin";
import dry from "@salesforce/label/c.Stripe_Runs_Dry";
import found from "@salesforce/label/c.Stripe_Runs_Found";
import foundText from "@salesforce/label/c.Stripe_Runs_Found_Text";
import loading from "@salesforce/label/c.Stripe_Runs_Loading";
import name from "@salesforce/label/c.Stripe_Runs_Name";
import none from "@salesforce/label/c.Stripe_Runs_None";
import open from "@salesforce/label/c.Stripe_Runs_Open";
import pauseOne from "@salesforce/label/c.Stripe_Runs_Pause_One";
import refresh from "@salesforce/label/c.Stripe_Runs_Refresh";
import resumeOne from "@salesforce/label/c.Stripe_Runs_Resume_One";
import since from "@salesforce/label/c.Stripe_Runs_Since";
import started from "@salesforce/label/c.Stripe_Runs_Started";
import status from "@salesforce/label/c.Stripe_Runs_Status";
import stopOne from "@salesforce/label/c.Stripe_Runs_Stop_One";
import table from "@salesforce/label/c.Stripe_Runs_Table";
import title from "@salesforce/label/c.Stripe_Runs_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import types from "@salesforce/label/c.Stripe_Runs_Types";
import typesHint from "@salesforce/label/c.Stripe_Runs_Types_Hint";
import until from "@salesforce/label/c.Stripe_Runs_Until";
import wetWarning from "@salesforce/label/c.Stripe_Runs_Wet_Warning";
import what from "@salesforce/label/c.Stripe_Runs_What";

export const labels = {
  account,
  actions,
  begin,
  dry,
  found,
  foundText,
  loading,
  name,
  none,
  open,
  pauseOne,
  refresh,
  resumeOne,
  since,
  started,
  status,
  stopOne,
  table,
  title,
  tryAgain,
  types,
  typesHint,
  until,
  wetWarning,
  what,
};
