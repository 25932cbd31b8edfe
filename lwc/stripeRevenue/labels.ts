import account from "@salesforce/label/c.Stripe_Choose_Account";
import churned from "@salesforce/label/c.Stripe_Revenue_Churned";
import closedThrough from "@salesforce/label/c.Stripe_Revenue_Closed_Through";
import collected from "@salesforce/label/c.Stripe_Revenue_Collected";
import counted from "@salesforce/label/c.Stripe_What_Counts";
import failed from "@salesforce/label/c.Stripe_Revenue_Failed";
import figure from "@salesforce/label/c.Stripe_Revenue_Figure";
import lists from "@salesforce/label/c.Stripe_Revenue_Lists";
import loading from "@salesforce/label/c.Stripe_Revenue_Loading";
import mrr from "@salesforce/label/c.Stripe_Revenue_MRR";
import none from "@salesforce/label/c.Stripe_Revenue_None";
import notClosed from "@salesforce/label/c.Stripe_Revenue_Not_Closed";
import open from "@salesforce/label/c.Stripe_Revenue_Open";
import openList from "@salesforce/label/c.Stripe_Revenue_Open_List";
import outside from "@salesforce/label/c.Stripe_Revenue_Outside";
import overdue from "@salesforce/label/c.Stripe_Revenue_Overdue";
import refresh from "@salesforce/label/c.Stripe_Revenue_Refresh";
import title from "@salesforce/label/c.Stripe_Revenue_Title";
import tooMany from "@salesforce/label/c.Stripe_Revenue_Too_Many";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";

export const labels = {
  account,
  churned,
  closedThrough,
  collected,
  counted,
  failed,
  figure,
  lists,
  loading,
  mrr,
  none,
  notClosed,
  open,
  openList,
  outside,
  overdue,
  refresh,
  title,
  tooMany,
  tryAgain,
};
