import { platformEnum } from "../../runtime/enums.js";
import { raise } from "../../runtime/exception.js";
import { ApexList } from "../../runtime/list.js";
import { platformTypeNamed } from "../../runtime/type.js";
import { MessageValue } from "../ApexPages/Message.js";
import { platformType } from "../../runtime/behaviour.js";
import { currentPage } from "../pages/current-page.js";
import { PageReferenceValue } from "../pages/page-reference.js";
import { required } from "../required.js";
function add(message) {
    const { messages } = currentPage();
    if (messages.every((known) => known.$identity !== message.$identity))
        messages.push(message);
}
/** Of a failed save one message for each row, of any other exception its own. */
function addMessages(given) {
    const exception = required(given);
    const severity = platformEnum("ApexPages.Severity").find("ERROR");
    if (severity === undefined)
        throw new Error("ApexPages.Severity has no ERROR");
    const texts = exception.failures.length === 0
        ? [exception.message]
        : exception.failures.map((failure) => failure.message);
    for (const text of texts)
        add(new MessageValue(severity, text, text, null));
}
function setCurrentPage(page) {
    if (page instanceof PageReferenceValue)
        currentPage().reference = page;
    else if (page === null)
        currentPage().reference = null;
    else
        raise("System.TypeException", "Test.setCurrentPage takes a PageReference");
}
export const apexPagesBehaviour = platformType({
    type: "System.ApexPages",
    statics: {
        addMessage: (message) => add(required(message)),
        addMessages,
        currentPage: () => currentPage().reference,
        getMessages: () => new ApexList(platformTypeNamed("ApexPages.Message"), [...currentPage().messages]),
        "hasMessages()": () => currentPage().messages.length > 0,
        "hasMessages(ApexPages.Severity)": (severity) => currentPage().messages.some((message) => message.severity === severity),
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
