import allStatuses from "@salesforce/label/c.Stripe_Events_All_Statuses";
import attempts from "@salesforce/label/c.Stripe_Events_Attempts";
import choose from "@salesforce/label/c.Stripe_Events_Choose";
import chooseOne from "@salesforce/label/c.Stripe_Events_Choose_One";
import correlation from "@salesforce/label/c.Stripe_Events_Correlation";
import createdAt from "@salesforce/label/c.Stripe_Events_Created_At";
import details from "@salesforce/label/c.Stripe_Events_Details";
import detailsOf from "@salesforce/label/c.Stripe_Events_Details_Of";
import duplicate from "@salesforce/label/c.Stripe_Events_Duplicate";
import empty from "@salesforce/label/c.Stripe_Events_Empty";
import event from "@salesforce/label/c.Stripe_Events_Event";
import failed from "@salesforce/label/c.Stripe_Events_Failed";
import gone from "@salesforce/label/c.Stripe_Events_Gone";
import ignored from "@salesforce/label/c.Stripe_Events_Ignored";
import loading from "@salesforce/label/c.Stripe_Events_Loading";
import newer from "@salesforce/label/c.Stripe_Events_Newer";
import object from "@salesforce/label/c.Stripe_Events_Object";
import older from "@salesforce/label/c.Stripe_Events_Older";
import outcome from "@salesforce/label/c.Stripe_Events_Outcome";
import payload from "@salesforce/label/c.Stripe_Events_Payload";
import problem from "@salesforce/label/c.Stripe_Events_Problem";
import processed from "@salesforce/label/c.Stripe_Events_Processed";
import processedStatus from "@salesforce/label/c.Stripe_Events_Processed_Status";
import read from "@salesforce/label/c.Stripe_Events_Read";
import readAgain from "@salesforce/label/c.Stripe_Events_Read_Again";
import readAgainHint from "@salesforce/label/c.Stripe_Events_Read_Again_Hint";
import reading from "@salesforce/label/c.Stripe_Events_Reading";
import received from "@salesforce/label/c.Stripe_Events_Received";
import replay from "@salesforce/label/c.Stripe_Events_Replay";
import replayChosen from "@salesforce/label/c.Stripe_Events_Replay_Chosen";
import replayFailed from "@salesforce/label/c.Stripe_Events_Replay_Failed";
import replaying from "@salesforce/label/c.Stripe_Events_Replaying";
import replayOne from "@salesforce/label/c.Stripe_Events_Replay_One";
import since from "@salesforce/label/c.Stripe_Events_Since";
import stale from "@salesforce/label/c.Stripe_Events_Stale";
import status from "@salesforce/label/c.Stripe_Events_Status";
import stripeId from "@salesforce/label/c.Stripe_Events_Stripe_Id";
import tableName from "@salesforce/label/c.Stripe_Events_Table_Name";
import title from "@salesforce/label/c.Stripe_Events_Title";
import tryAgain from "@salesforce/label/c.Stripe_Events_Try_Again";
import type from "@salesforce/label/c.Stripe_Events_Type";
import waiting from "@salesforce/label/c.Stripe_Events_Waiting";

export const labels = {
  allStatuses,
  attempts,
  choose,
  chooseOne,
  correlation,
  createdAt,
  details,
  detailsOf,
  duplicate,
  empty,
  event,
  failed,
  gone,
  ignored,
  loading,
  newer,
  object,
  older,
  outcome,
  payload,
  problem,
  processed,
  processedStatus,
  read,
  readAgain,
  readAgainHint,
  reading,
  received,
  replay,
  replayChosen,
  replayFailed,
  replaying,
  replayOne,
  since,
  stale,
  status,
  stripeId,
  tableName,
  title,
  tryAgain,
  type,
  waiting,
};
