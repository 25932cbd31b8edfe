import { platformType } from "../../runtime/behaviour.js";
import { required } from "../required.js";
export class MessageValue {
    severity;
    summary;
    detail;
    componentId;
    constructor(severity, summary, detail, componentId) {
        this.severity = severity;
        this.summary = summary;
        this.detail = detail;
        this.componentId = componentId;
    }
    /** The same message is shown once. */
    get $identity() {
        return `ApexPages.Message ${JSON.stringify([this.severity.name, this.summary, this.detail, this.componentId])}`;
    }
    toString() {
        return `ApexPages.Message["${this.summary ?? ""}"]`;
    }
}
export const messageBehaviour = platformType({
    type: "ApexPages.Message",
    implementation: MessageValue,
    constructors: {
        /** Without a detail of its own it is the summary. */
        new: (severity, summary, detail = summary, id = null) => new MessageValue(required(severity), summary, detail, id),
    },
    methods: {
        getComponentLabel: () => null,
        getDetail: (message) => message.detail,
        getSeverity: (message) => message.severity,
        getSummary: (message) => message.summary,
    },
});
