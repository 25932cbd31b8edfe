import api from "@salesforce/label/c.Stripe_Health_Api";
import applied from "@salesforce/label/c.Stripe_Health_Applied";
import breaker from "@salesforce/label/c.Stripe_Health_Breaker";
import breakerClosed from "@salesforce/label/c.Stripe_Health_Breaker_Closed";
import breakerIsOpen from "@salesforce/label/c.Stripe_Health_Breaker_Is_Open";
import breakerNarrowed from "@salesforce/label/c.Stripe_Health_Breaker_Narrowed";
import breakerOpen from "@salesforce/label/c.Stripe_Health_Breaker_Open";
import budget from "@salesforce/label/c.Stripe_Health_Budget";
import budgetUsed from "@salesforce/label/c.Stripe_Health_Budget_Used";
import deadLetterCount from "@salesforce/label/c.Stripe_Health_Dead_Letter_Count";
import deadLetters from "@salesforce/label/c.Stripe_Health_Dead_Letters";
import failedCount from "@salesforce/label/c.Stripe_Health_Failed_Count";
import failures from "@salesforce/label/c.Stripe_Health_Failures";
import green from "@salesforce/label/c.Stripe_Health_Green";
import heartbeat from "@salesforce/label/c.Stripe_Health_Heartbeat";
import hour from "@salesforce/label/c.Stripe_Health_Hour";
import hours from "@salesforce/label/c.Stripe_Health_Hours";
import lag from "@salesforce/label/c.Stripe_Health_Lag";
import lagFew from "@salesforce/label/c.Stripe_Health_Lag_Few";
import lagMost from "@salesforce/label/c.Stripe_Health_Lag_Most";
import loading from "@salesforce/label/c.Stripe_Health_Loading";
import narrowed from "@salesforce/label/c.Stripe_Health_Narrowed";
import never from "@salesforce/label/c.Stripe_Health_Never";
import nobody from "@salesforce/label/c.Stripe_Health_Nobody";
import noEvents from "@salesforce/label/c.Stripe_Health_No_Events";
import ofMany from "@salesforce/label/c.Stripe_Health_Of_Many";
import oldFailures from "@salesforce/label/c.Stripe_Health_Old_Failures";
import openEvents from "@salesforce/label/c.Stripe_Health_Open_Events";
import orgApi from "@salesforce/label/c.Stripe_Health_Org_Api";
import percent from "@salesforce/label/c.Stripe_Health_Percent";
import red from "@salesforce/label/c.Stripe_Health_Red";
import refresh from "@salesforce/label/c.Stripe_Health_Refresh";
import seconds from "@salesforce/label/c.Stripe_Health_Seconds";
import silent from "@salesforce/label/c.Stripe_Health_Silent";
import slow from "@salesforce/label/c.Stripe_Health_Slow";
import times from "@salesforce/label/c.Stripe_Health_Times";
import title from "@salesforce/label/c.Stripe_Health_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import unknown from "@salesforce/label/c.Stripe_Health_Unknown";
import waitingCount from "@salesforce/label/c.Stripe_Health_Waiting_Count";
import why from "@salesforce/label/c.Stripe_Health_Why";
import yellow from "@salesforce/label/c.Stripe_Health_Yellow";

export const labels = {
  api,
  applied,
  breaker,
  breakerClosed,
  breakerIsOpen,
  breakerNarrowed,
  breakerOpen,
  budget,
  budgetUsed,
  deadLetterCount,
  deadLetters,
  failedCount,
  failures,
  green,
  heartbeat,
  hour,
  hours,
  lag,
  lagFew,
  lagMost,
  loading,
  narrowed,
  never,
  nobody,
  noEvents,
  ofMany,
  oldFailures,
  openEvents,
  orgApi,
  percent,
  red,
  refresh,
  seconds,
  silent,
  slow,
  times,
  title,
  tryAgain,
  unknown,
  waitingCount,
  why,
  yellow,
};
