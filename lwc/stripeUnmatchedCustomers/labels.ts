import action from "@salesforce/label/c.Stripe_Match_Action";
import customer from "@salesforce/label/c.Stripe_Match_Customer";
import email from "@salesforce/label/c.Stripe_Match_Email";
import find from "@salesforce/label/c.Stripe_Match_Find";
import findOne from "@salesforce/label/c.Stripe_Match_Find_One";
import join from "@salesforce/label/c.Stripe_Match_Join";
import joinOne from "@salesforce/label/c.Stripe_Match_Join_One";
import joined from "@salesforce/label/c.Stripe_Match_Joined";
import loading from "@salesforce/label/c.Stripe_Match_Loading";
import newer from "@salesforce/label/c.Stripe_Match_Newer";
import noCandidates from "@salesforce/label/c.Stripe_Match_No_Candidates";
import noName from "@salesforce/label/c.Stripe_Match_No_Name";
import none from "@salesforce/label/c.Stripe_Match_None";
import older from "@salesforce/label/c.Stripe_Match_Older";
import same from "@salesforce/label/c.Stripe_Match_Same";
import search from "@salesforce/label/c.Stripe_Match_Search";
import table from "@salesforce/label/c.Stripe_Match_Table";
import taken from "@salesforce/label/c.Stripe_Match_Taken";
import title from "@salesforce/label/c.Stripe_Match_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import working from "@salesforce/label/c.Stripe_Match_Working";

export const labels = {
  action,
  customer,
  email,
  find,
  findOne,
  join,
  joinOne,
  joined,
  loading,
  newer,
  noCandidates,
  noName,
  none,
  older,
  same,
  search,
  table,
  taken,
  title,
  tryAgain,
  working,
};
