import allMethods from "@salesforce/label/c.Stripe_History_All_Methods";
import allPaid from "@salesforce/label/c.Stripe_History_All_Paid";
import allStatuses from "@salesforce/label/c.Stripe_History_All_Statuses";
import amount from "@salesforce/label/c.Stripe_History_Amount";
import attempts from "@salesforce/label/c.Stripe_History_Attempts";
import busy from "@salesforce/label/c.Stripe_History_Busy";
import cancel from "@salesforce/label/c.Stripe_History_Cancel";
import cardBody from "@salesforce/label/c.Stripe_History_Card_Body";
import cardLink from "@salesforce/label/c.Stripe_History_Card_Link";
import cardSubject from "@salesforce/label/c.Stripe_History_Card_Subject";
import copied from "@salesforce/label/c.Stripe_History_Copied";
import copy from "@salesforce/label/c.Stripe_History_Copy";
import customer from "@salesforce/label/c.Stripe_History_Customer";
import date from "@salesforce/label/c.Stripe_History_Date";
import details from "@salesforce/label/c.Stripe_History_Details";
import disputed from "@salesforce/label/c.Stripe_History_Disputed";
import disputeLate from "@salesforce/label/c.Stripe_Details_Evidence_Late";
import disputeDue from "@salesforce/label/c.Stripe_History_Dispute_Due";
import empty from "@salesforce/label/c.Stripe_History_Empty";
import emptyFiltered from "@salesforce/label/c.Stripe_History_Empty_Filtered";
import events from "@salesforce/label/c.Stripe_History_Events";
import eventsOf from "@salesforce/label/c.Stripe_History_Events_Of";
import exportFailed from "@salesforce/label/c.Stripe_History_Export_Failed";
import exportLabel from "@salesforce/label/c.Stripe_History_Export";
import from from "@salesforce/label/c.Stripe_History_From";
import invoice from "@salesforce/label/c.Stripe_History_Invoice";
import invoicePdf from "@salesforce/label/c.Stripe_History_Invoice_Pdf";
import loadingPayments from "@salesforce/label/c.Stripe_History_Loading_Payments";
import mailBody from "@salesforce/label/c.Stripe_History_Mail_Body";
import mailSubject from "@salesforce/label/c.Stripe_History_Mail_Subject";
import manyOpen from "@salesforce/label/c.Stripe_History_Many_Open";
import method from "@salesforce/label/c.Stripe_History_Method";
import newer from "@salesforce/label/c.Stripe_History_Newer";
import nextAttempt from "@salesforce/label/c.Stripe_History_Next_Attempt";
import notToSay from "@salesforce/label/c.Stripe_History_Not_To_Say";
import older from "@salesforce/label/c.Stripe_History_Older";
import oneOpen from "@salesforce/label/c.Stripe_History_One_Open";
import openAmount from "@salesforce/label/c.Stripe_History_Open_Amount";
import openPayment from "@salesforce/label/c.Stripe_History_Open_Payment";
import pageStatus from "@salesforce/label/c.Stripe_History_Page_Status";
import paid from "@salesforce/label/c.Stripe_History_Paid";
import receipt from "@salesforce/label/c.Stripe_History_Receipt";
import refresh from "@salesforce/label/c.Stripe_History_Refresh";
import refund from "@salesforce/label/c.Stripe_History_Refund";
import refunded from "@salesforce/label/c.Stripe_History_Refunded";
import retried from "@salesforce/label/c.Stripe_History_Retried";
import retry from "@salesforce/label/c.Stripe_History_Retry";
import retryWaits from "@salesforce/label/c.Stripe_History_Retry_Waits";
import search from "@salesforce/label/c.Stripe_History_Search";
import searchHint from "@salesforce/label/c.Stripe_History_Search_Hint";
import sendPage from "@salesforce/label/c.Stripe_History_Send_Page";
import showMethod from "@salesforce/label/c.Stripe_History_Show_Method";
import showStatus from "@salesforce/label/c.Stripe_History_Show_Status";
import status from "@salesforce/label/c.Stripe_History_Status";
import tableName from "@salesforce/label/c.Stripe_History_Table_Name";
import tellCustomer from "@salesforce/label/c.Stripe_History_Tell_Customer";
import title from "@salesforce/label/c.Stripe_History_Title";
import tryAgain from "@salesforce/label/c.Stripe_Try_Again";
import until from "@salesforce/label/c.Stripe_History_Until";
import whatToDo from "@salesforce/label/c.Stripe_History_What_To_Do";
import whyFailed from "@salesforce/label/c.Stripe_History_Why_Failed";
import whoCanMend from "@salesforce/label/c.Stripe_History_Who_Can_Mend";

export const labels = {
  allMethods,
  allPaid,
  allStatuses,
  amount,
  attempts,
  busy,
  cancel,
  cardBody,
  cardLink,
  cardSubject,
  copied,
  copy,
  customer,
  date,
  details,
  disputed,
  disputeDue,
  disputeLate,
  empty,
  emptyFiltered,
  events,
  eventsOf,
  exportFailed,
  exportLabel,
  from,
  invoice,
  invoicePdf,
  loadingPayments,
  mailBody,
  mailSubject,
  manyOpen,
  method,
  newer,
  nextAttempt,
  notToSay,
  older,
  oneOpen,
  openAmount,
  openPayment,
  pageStatus,
  paid,
  receipt,
  refresh,
  refund,
  refunded,
  retried,
  retry,
  retryWaits,
  search,
  searchHint,
  sendPage,
  showMethod,
  showStatus,
  status,
  tableName,
  tellCustomer,
  title,
  tryAgain,
  until,
  whatToDo,
  whyFailed,
  whoCanMend,
};
