import bell from "@salesforce/label/c.Stripe_Told_Bell";
import email from "@salesforce/label/c.Stripe_Told_Email";
import explained from "@salesforce/label/c.Stripe_Told_Explained";
import kinds from "@salesforce/label/c.Stripe_Told_Kinds";
import loading from "@salesforce/label/c.Stripe_Loading";
import nothing from "@salesforce/label/c.Stripe_Told_Nobody";
import save from "@salesforce/label/c.Stripe_Told_Save";
import saved from "@salesforce/label/c.Stripe_Told_Saved";
import saving from "@salesforce/label/c.Stripe_Told_Saving";
import task from "@salesforce/label/c.Stripe_Told_Task";
import title from "@salesforce/label/c.Stripe_Told_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import ways from "@salesforce/label/c.Stripe_Told_Ways";

export const labels = {
  bell,
  email,
  explained,
  kinds,
  loading,
  nothing,
  save,
  saved,
  saving,
  task,
  title,
  tryAgain,
  ways,
};
