import active from "@salesforce/label/c.Stripe_Checkout_Active";
import allowCodes from "@salesforce/label/c.Stripe_Checkout_Allow_Codes";
import amountPer from "@salesforce/label/c.Stripe_Checkout_Amount_Per";
import amountPerMany from "@salesforce/label/c.Stripe_Checkout_Amount_Per_Many";
import askCancelNow from "@salesforce/label/c.Stripe_Checkout_Ask_Cancel_Now";
import askCharge from "@salesforce/label/c.Stripe_Checkout_Ask_Charge";
import askWithdraw from "@salesforce/label/c.Stripe_Checkout_Ask_Withdraw";
import beingSent from "@salesforce/label/c.Stripe_Checkout_Being_Sent";
import cancelAtEnd from "@salesforce/label/c.Stripe_Checkout_Cancel_At_End";
import cancelNow from "@salesforce/label/c.Stripe_Checkout_Cancel_Now";
import cardOnFile from "@salesforce/label/c.Stripe_Checkout_Card_On_File";
import change from "@salesforce/label/c.Stripe_Checkout_Change";
import chargeCard from "@salesforce/label/c.Stripe_Checkout_Charge_Card";
import companyNoCustomer from "@salesforce/label/c.Stripe_Checkout_Company_No_Customer";
import copied from "@salesforce/label/c.Stripe_Checkout_Copied";
import copy from "@salesforce/label/c.Stripe_Checkout_Copy";
import copyFailed from "@salesforce/label/c.Stripe_Checkout_Copy_Failed";
import createLink from "@salesforce/label/c.Stripe_Checkout_Create_Link";
import discountCode from "@salesforce/label/c.Stripe_Checkout_Discount_Code";
import draft from "@salesforce/label/c.Stripe_Checkout_Draft";
import email from "@salesforce/label/c.Stripe_Checkout_Email";
import ended from "@salesforce/label/c.Stripe_Checkout_Ended";
import endsAt from "@salesforce/label/c.Stripe_Checkout_Ends_At";
import expired from "@salesforce/label/c.Stripe_Checkout_Expired";
import expiresIn from "@salesforce/label/c.Stripe_Checkout_Expires_In";
import expiresSoon from "@salesforce/label/c.Stripe_Checkout_Expires_Soon";
import failed from "@salesforce/label/c.Stripe_Checkout_Failed";
import firstCharge from "@salesforce/label/c.Stripe_Checkout_First_Charge";
import how from "@salesforce/label/c.Stripe_Checkout_How";
import incomplete from "@salesforce/label/c.Stripe_Checkout_Incomplete";
import intervalDay from "@salesforce/label/c.Stripe_Checkout_Interval_Day";
import intervalDays from "@salesforce/label/c.Stripe_Checkout_Interval_Days";
import intervalMonth from "@salesforce/label/c.Stripe_Checkout_Interval_Month";
import intervalMonths from "@salesforce/label/c.Stripe_Checkout_Interval_Months";
import intervalWeek from "@salesforce/label/c.Stripe_Checkout_Interval_Week";
import intervalWeeks from "@salesforce/label/c.Stripe_Checkout_Interval_Weeks";
import intervalYear from "@salesforce/label/c.Stripe_Checkout_Interval_Year";
import intervalYears from "@salesforce/label/c.Stripe_Checkout_Interval_Years";
import keep from "@salesforce/label/c.Stripe_Checkout_Keep";
import link from "@salesforce/label/c.Stripe_Checkout_Link";
import linkSent from "@salesforce/label/c.Stripe_Checkout_Link_Sent";
import loadingOffer from "@salesforce/label/c.Stripe_Checkout_Loading_Offer";
import mailBody from "@salesforce/label/c.Stripe_Checkout_Mail_Body";
import mailSubject from "@salesforce/label/c.Stripe_Checkout_Mail_Subject";
import newSubscription from "@salesforce/label/c.Stripe_Checkout_New_Subscription";
import nextCharge from "@salesforce/label/c.Stripe_Checkout_Next_Charge";
import no from "@salesforce/label/c.Stripe_Checkout_No";
import notCustomer from "@salesforce/label/c.Stripe_Checkout_Not_Customer";
import nothingSold from "@salesforce/label/c.Stripe_Checkout_Nothing_Sold";
import openSubscription from "@salesforce/label/c.Stripe_Checkout_Open_Subscription";
import paid from "@salesforce/label/c.Stripe_Checkout_Paid";
import pastDue from "@salesforce/label/c.Stripe_Checkout_Past_Due";
import paused from "@salesforce/label/c.Stripe_Checkout_Paused";
import pendingChange from "@salesforce/label/c.Stripe_Checkout_Pending_Change";
import plan from "@salesforce/label/c.Stripe_Checkout_Plan";
import quantity from "@salesforce/label/c.Stripe_Checkout_Quantity";
import renew from "@salesforce/label/c.Stripe_Checkout_Renew";
import send from "@salesforce/label/c.Stripe_Checkout_Send";
import sold from "@salesforce/label/c.Stripe_Checkout_Sold";
import soldWithCode from "@salesforce/label/c.Stripe_Checkout_Sold_With_Code";
import soldWithTrial from "@salesforce/label/c.Stripe_Checkout_Sold_With_Trial";
import stateNow from "@salesforce/label/c.Stripe_Checkout_State_Now";
import steps from "@salesforce/label/c.Stripe_Checkout_Steps";
import terms from "@salesforce/label/c.Stripe_Checkout_Terms";
import title from "@salesforce/label/c.Stripe_Checkout_Title";
import total from "@salesforce/label/c.Stripe_Checkout_Total";
import trialDays from "@salesforce/label/c.Stripe_Checkout_Trial_Days";
import trialing from "@salesforce/label/c.Stripe_Checkout_Trialing";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import waiting from "@salesforce/label/c.Stripe_Checkout_Waiting";
import withdraw from "@salesforce/label/c.Stripe_Checkout_Withdraw";
import yes from "@salesforce/label/c.Stripe_Checkout_Yes";

export const labels = {
  active,
  allowCodes,
  amountPer,
  amountPerMany,
  askCancelNow,
  askCharge,
  askWithdraw,
  beingSent,
  cancelAtEnd,
  cancelNow,
  cardOnFile,
  change,
  chargeCard,
  companyNoCustomer,
  copied,
  copy,
  copyFailed,
  createLink,
  discountCode,
  draft,
  email,
  ended,
  endsAt,
  expired,
  expiresIn,
  expiresSoon,
  failed,
  firstCharge,
  how,
  incomplete,
  intervalDay,
  intervalDays,
  intervalMonth,
  intervalMonths,
  intervalWeek,
  intervalWeeks,
  intervalYear,
  intervalYears,
  keep,
  link,
  linkSent,
  loadingOffer,
  mailBody,
  mailSubject,
  newSubscription,
  nextCharge,
  no,
  notCustomer,
  nothingSold,
  openSubscription,
  paid,
  pastDue,
  paused,
  pendingChange,
  plan,
  quantity,
  renew,
  send,
  sold,
  soldWithCode,
  soldWithTrial,
  stateNow,
  steps,
  terms,
  title,
  total,
  trialDays,
  trialing,
  tryAgain,
  waiting,
  withdraw,
  yes,
};
