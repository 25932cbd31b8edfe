import anotherDo from "@salesforce/label/c.Stripe_Advice_Another_Do";
import anotherSay from "@salesforce/label/c.Stripe_Advice_Another_Say";
import anotherWho from "@salesforce/label/c.Stripe_Advice_Another_Who";
import authenticationDo from "@salesforce/label/c.Stripe_Advice_Authentication_Do";
import authenticationSay from "@salesforce/label/c.Stripe_Advice_Authentication_Say";
import authenticationWho from "@salesforce/label/c.Stripe_Advice_Authentication_Who";
import bankDo from "@salesforce/label/c.Stripe_Advice_Bank_Do";
import bankSay from "@salesforce/label/c.Stripe_Advice_Bank_Say";
import bankWho from "@salesforce/label/c.Stripe_Advice_Bank_Who";
import canceled from "@salesforce/label/c.Stripe_Payment_Canceled";
import detailsDo from "@salesforce/label/c.Stripe_Advice_Details_Do";
import detailsSay from "@salesforce/label/c.Stripe_Advice_Details_Say";
import detailsWho from "@salesforce/label/c.Stripe_Advice_Details_Who";
import expiredDo from "@salesforce/label/c.Stripe_Advice_Expired_Do";
import expiredSay from "@salesforce/label/c.Stripe_Advice_Expired_Say";
import expiredWho from "@salesforce/label/c.Stripe_Advice_Expired_Who";
import failed from "@salesforce/label/c.Stripe_Payment_Failed";
import fundsDo from "@salesforce/label/c.Stripe_Advice_Funds_Do";
import fundsSay from "@salesforce/label/c.Stripe_Advice_Funds_Say";
import fundsWho from "@salesforce/label/c.Stripe_Advice_Funds_Who";
import oursDo from "@salesforce/label/c.Stripe_Advice_Ours_Do";
import oursSay from "@salesforce/label/c.Stripe_Advice_Ours_Say";
import oursWho from "@salesforce/label/c.Stripe_Advice_Ours_Who";
import passingDo from "@salesforce/label/c.Stripe_Advice_Passing_Do";
import passingSay from "@salesforce/label/c.Stripe_Advice_Passing_Say";
import passingWho from "@salesforce/label/c.Stripe_Advice_Passing_Who";
import processing from "@salesforce/label/c.Stripe_Payment_Processing";
import requiresAction from "@salesforce/label/c.Stripe_Payment_Requires_Action";
import requiresCapture from "@salesforce/label/c.Stripe_Payment_Requires_Capture";
import requiresConfirmation from "@salesforce/label/c.Stripe_Payment_Requires_Confirmation";
import requiresPaymentMethod from "@salesforce/label/c.Stripe_Payment_Requires_Payment_Method";
import silentDo from "@salesforce/label/c.Stripe_Advice_Silent_Do";
import silentNot from "@salesforce/label/c.Stripe_Advice_Silent_Not";
import silentSay from "@salesforce/label/c.Stripe_Advice_Silent_Say";
import silentWho from "@salesforce/label/c.Stripe_Advice_Silent_Who";
import succeeded from "@salesforce/label/c.Stripe_Payment_Succeeded";
import unknown from "@salesforce/label/c.Stripe_Payment_Unknown";

/** By Stripe's word. */
export const statuses = {
  canceled,
  failed,
  processing,
  requires_action: requiresAction,
  requires_capture: requiresCapture,
  requires_confirmation: requiresConfirmation,
  requires_payment_method: requiresPaymentMethod,
  succeeded,
  unknown,
};

export const advice = {
  another: { todo: anotherDo, say: anotherSay, keepTo: null, who: anotherWho },
  authentication: {
    todo: authenticationDo,
    say: authenticationSay,
    keepTo: null,
    who: authenticationWho,
  },
  bank: { todo: bankDo, say: bankSay, keepTo: null, who: bankWho },
  details: { todo: detailsDo, say: detailsSay, keepTo: null, who: detailsWho },
  expired: { todo: expiredDo, say: expiredSay, keepTo: null, who: expiredWho },
  funds: { todo: fundsDo, say: fundsSay, keepTo: null, who: fundsWho },
  ours: { todo: oursDo, say: oursSay, keepTo: null, who: oursWho },
  passing: { todo: passingDo, say: passingSay, keepTo: null, who: passingWho },
  silent: { todo: silentDo, say: silentSay, keepTo: silentNot, who: silentWho },
};
