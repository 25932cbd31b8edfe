/** System.ApexPages, and the page parts of System.System and System.Test. Source: Apex Reference, "ApexPages Class". */
import type { ApexEnum } from "../../runtime/enum.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { type ApexException, raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { MessageValue } from "../ApexPages/Message.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { currentPage } from "../pages/current-page.ts";
import { PageReferenceValue } from "../pages/page-reference.ts";
import { required } from "../required.ts";

function add(message: MessageValue): void {
  const { messages } = currentPage();
  if (messages.every((known) => known.$identity !== message.$identity)) messages.push(message);
}

/** Of a failed save one message for each row, of any other exception its own. */
function addMessages(given: ApexException | null): void {
  const exception = required(given);
  const severity = platformEnum("ApexPages.Severity").find("ERROR");
  if (severity === undefined) throw new Error("ApexPages.Severity has no ERROR");
  const texts =
    exception.failures.length === 0
      ? [exception.message]
      : exception.failures.map((failure) => failure.message);
  for (const text of texts) add(new MessageValue(severity, text, text, null));
}

function setCurrentPage(page: unknown): void {
  if (page instanceof PageReferenceValue) currentPage().reference = page;
  else if (page === null) currentPage().reference = null;
  else raise("System.TypeException", "Test.setCurrentPage takes a PageReference");
}

export const apexPagesBehaviour = platformType({
  type: "System.ApexPages",
  statics: {
    addMessage: (message: MessageValue | null) => add(required(message)),
    addMessages,
    currentPage: () => currentPage().reference,
    getMessages: () =>
      new ApexList(platformTypeNamed("ApexPages.Message"), [...currentPage().messages]),
    "hasMessages()": () => currentPage().messages.length > 0,
    "hasMessages(ApexPages.Severity)": (severity: ApexEnum | null) =>
      currentPage().messages.some((message) => message.severity === severity),
  },
});

export const systemPageBehaviour = platformType({
  type: "System.System",
  statics: { currentPageReference: () => currentPage().reference },
});

export const testPageBehaviour = platformType({
  type: "System.Test",
  statics: {
    clearApexPageMessages: () => {
      currentPage().messages = [];
    },
    setCurrentPage,
    setCurrentPageReference: setCurrentPage,
  },
});
