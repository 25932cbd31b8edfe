import detail from "@salesforce/label/c.Stripe_Difference_Detail";
import found from "@salesforce/label/c.Stripe_Difference_Found";
import accepted from "@salesforce/label/c.Stripe_Difference_Accepted";
import money from "@salesforce/label/c.Stripe_Difference_Money";
import refused from "@salesforce/label/c.Stripe_Difference_Refused";
import repaired from "@salesforce/label/c.Stripe_Difference_Repaired";
import status from "@salesforce/label/c.Stripe_Difference_Status";
import { labels } from "./labels";

/** As a list box wants them: Salesforce's values with our words. */
export const SEVERITIES = [
  { value: "", label: labels.all },
  { value: "Money", label: money },
  { value: "Status", label: status },
  { value: "Detail", label: detail },
];
export const STATES = [
  { value: "", label: labels.all },
  { value: "Found", label: found },
  { value: "Repaired", label: repaired },
  { value: "Refused", label: refused },
  { value: "Accepted", label: accepted },
];
