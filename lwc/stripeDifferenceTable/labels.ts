import accepted from "@salesforce/label/c.Stripe_Difference_Accepted";
import before from "@salesforce/label/c.Stripe_Difference_Before";
import blank from "@salesforce/label/c.Stripe_Difference_Blank";
import choose from "@salesforce/label/c.Stripe_Difference_Choose";
import detail from "@salesforce/label/c.Stripe_Difference_Detail";
import differs from "@salesforce/label/c.Stripe_Difference_Differs";
import field from "@salesforce/label/c.Stripe_Difference_Field";
import found from "@salesforce/label/c.Stripe_Difference_Found";
import here from "@salesforce/label/c.Stripe_Difference_Here";
import inStripe from "@salesforce/label/c.Stripe_Difference_In_Stripe";
import matters from "@salesforce/label/c.Stripe_Difference_Matters";
import missingHere from "@salesforce/label/c.Stripe_Difference_Missing_Here";
import missingInStripe from "@salesforce/label/c.Stripe_Difference_Missing_In_Stripe";
import money from "@salesforce/label/c.Stripe_Difference_Money";
import name from "@salesforce/label/c.Stripe_Difference_Name";
import record from "@salesforce/label/c.Stripe_Difference_Record";
import refused from "@salesforce/label/c.Stripe_Difference_Refused";
import repaired from "@salesforce/label/c.Stripe_Difference_Repaired";
import state from "@salesforce/label/c.Stripe_Difference_State";
import status from "@salesforce/label/c.Stripe_Difference_Status";
import unreadable from "@salesforce/label/c.Stripe_Difference_Unreadable";

export const labels = {
  accepted,
  before,
  blank,
  choose,
  detail,
  differs,
  field,
  found,
  here,
  inStripe,
  matters,
  missingHere,
  missingInStripe,
  money,
  name,
  record,
  refused,
  repaired,
  state,
  status,
  unreadable,
};
