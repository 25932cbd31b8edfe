import compare from "@salesforce/label/c.Stripe_Compare_Compare";
import comparing from "@salesforce/label/c.Stripe_Compare_Comparing";
import differs from "@salesforce/label/c.Stripe_Compare_Differs";
import equal from "@salesforce/label/c.Stripe_Compare_Equal";
import notRepaired from "@salesforce/label/c.Stripe_Compare_Not_Repaired";
import openRun from "@salesforce/label/c.Stripe_Compare_Open_Run";
import repair from "@salesforce/label/c.Stripe_Compare_Repair";
import repaired from "@salesforce/label/c.Stripe_Compare_Repaired";
import repairing from "@salesforce/label/c.Stripe_Compare_Repairing";
import title from "@salesforce/label/c.Stripe_Compare_Title";

export const labels = {
  compare,
  comparing,
  differs,
  equal,
  notRepaired,
  openRun,
  repair,
  repaired,
  repairing,
  title,
};
