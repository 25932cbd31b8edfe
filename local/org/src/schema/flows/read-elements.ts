/** The elements of a flow, each kind by its own reader. */
import type { XmlElement } from "../metadata/xml.ts";
import type { FlowElement, FlowSelection } from "./flow-definition.ts";
import {
  readCriteria,
  readFieldValues,
  readFilter,
  readOperand,
  readOutputs,
  readParameters,
} from "./read-values.ts";

type Reader = (element: XmlElement) => FlowElement;

interface Common {
  readonly name: string;
  readonly label: string;
  readonly line: number;
}

function commonOf(element: XmlElement): Common {
  const name = element.text("name") ?? "";
  return { name, label: element.text("label") ?? name, line: element.line };
}

function target(element: XmlElement, connector: string): string | null {
  return element.child(connector)?.text("targetReference") ?? null;
}

function stepOf(element: XmlElement): Common & { readonly next: string | null } {
  return { ...commonOf(element), next: target(element, "connector") };
}

function fallible(
  element: XmlElement,
): Common & { readonly next: string | null; readonly fault: string | null } {
  return { ...stepOf(element), fault: target(element, "faultConnector") };
}

function selectionOf(element: XmlElement): FlowSelection | null {
  const object = element.text("object");
  return object === null ? null : { object, filter: readFilter(element) };
}

function unsupported(what: string): Reader {
  return (element) => ({ ...commonOf(element), kind: "unsupported", what });
}

const READERS: Readonly<Record<string, Reader>> = {
  assignments: (element) => ({
    ...stepOf(element),
    kind: "assignment",
    items: element.children("assignmentItems").map((item) => ({
      to: item.text("assignToReference") ?? "",
      operator: item.text("operator") ?? "Assign",
      value: readOperand(item.child("value")),
    })),
  }),
  decisions: (element) => ({
    ...commonOf(element),
    kind: "decision",
    next: target(element, "defaultConnector"),
    rules: element.children("rules").map((rule) => ({
      name: rule.text("name") ?? "",
      criteria: readCriteria(rule),
      onlyWhenChanged: rule.flag("doesRequireRecordChangedToMeetCriteria"),
      next: target(rule, "connector"),
    })),
  }),
  loops: (element) => ({
    ...commonOf(element),
    kind: "loop",
    collection: element.text("collectionReference") ?? "",
    isDescending: element.text("iterationOrder") === "Desc",
    variable: element.text("assignNextValueToReference"),
    body: target(element, "nextValueConnector"),
    next: target(element, "noMoreValuesConnector"),
  }),
  recordLookups: (element) => {
    const fields = element.texts("queriedFields");
    const outputs = readOutputs(element.children("outputAssignments"), "field");
    return {
      ...fallible(element),
      kind: "lookup",
      selection: selectionOf(element) ?? { object: "", filter: readFilter(element) },
      firstOnly: element.flag("getFirstRecordOnly") || outputs.length > 0,
      fields: fields.length === 0 ? null : fields,
      sortField: element.text("sortField"),
      isDescending: element.text("sortOrder") === "Desc",
      limit: readOperand(element.child("limit")),
      storesOutput: element.flag("storeOutputAutomatically"),
      assignTo: element.text("outputReference"),
      outputs,
      nullsWithoutRecords: element.flag("assignNullValuesIfNoRecordsFound"),
    };
  },
  recordCreates: (element) => {
    if (element.flag("doesUpsert")) return unsupported("Create Records that updates")(element);
    return {
      ...fallible(element),
      kind: "create",
      input: element.text("inputReference"),
      object: element.text("object"),
      values: readFieldValues(element),
      assignIdTo: element.text("assignRecordIdToReference"),
      storesOutput: element.flag("storeOutputAutomatically"),
    };
  },
  recordUpdates: (element) => ({
    ...fallible(element),
    kind: "update",
    input: element.text("inputReference"),
    selection: selectionOf(element),
    values: readFieldValues(element),
  }),
  recordDeletes: (element) => ({
    ...fallible(element),
    kind: "delete",
    input: element.text("inputReference"),
    selection: selectionOf(element),
  }),
  actionCalls: (element) => {
    const type = element.text("actionType") ?? "";
    if (type !== "apex") return unsupported(`the flow action ${type}`)(element);
    return {
      ...fallible(element),
      kind: "apexAction",
      className: element.text("actionName") ?? "",
      inputs: readParameters(element.children("inputParameters")),
      outputs: readOutputs(element.children("outputParameters"), "name"),
      storesOutput: element.flag("storeOutputAutomatically"),
    };
  },
  subflows: (element) => ({
    ...stepOf(element),
    kind: "subflow",
    flow: element.text("flowName") ?? "",
    inputs: readParameters(element.children("inputAssignments")),
    outputs: readOutputs(element.children("outputAssignments"), "name"),
    storesOutput: element.flag("storeOutputAutomatically"),
  }),
  collectionProcessors: readCollectionProcessor,
  customErrors: (element) => ({
    ...stepOf(element),
    kind: "customError",
    messages: element.children("customErrorMessages").map((message) => ({
      text: message.text("errorMessage") ?? "",
      field: message.flag("isFieldError") ? message.text("fieldSelection") : null,
    })),
  }),
  apexPluginCalls: unsupported("Apex plug-ins of flows"),
  orchestratedStages: unsupported("stages of orchestrations"),
  recordRollbacks: unsupported("Roll Back Records of flows"),
  screens: unsupported("screens of flows"),
  steps: unsupported("steps of flows"),
  transforms: unsupported("Transform of flows"),
  waits: unsupported("Wait of flows"),
};

function readCollectionProcessor(element: XmlElement): FlowElement {
  const type = element.text("collectionProcessorType") ?? element.text("elementSubtype") ?? "";
  const collection = element.text("collectionReference") ?? "";
  if (type === "SortCollectionProcessor") {
    return {
      ...stepOf(element),
      kind: "sort",
      collection,
      limit: limitOf(element),
      options: element.children("sortOptions").map((option) => ({
        field: option.text("sortField"),
        isDescending: option.text("sortOrder") === "Desc",
        blanksFirst: option.flag("doesPutEmptyStringAndNullFirst"),
      })),
    };
  }
  if (type === "FilterCollectionProcessor") {
    return {
      ...stepOf(element),
      kind: "filter",
      collection,
      variable: element.text("assignNextValueToReference"),
      criteria: readCriteria(element),
    };
  }
  return unsupported(`${type} of flows`)(element);
}

/** A sort's limit is a plain number in the file. */
function limitOf(element: XmlElement): Extract<FlowElement, { kind: "sort" }>["limit"] {
  const text = element.text("limit");
  return text === null ? { kind: "none" } : { kind: "number", text };
}

/** In no particular order; they find each other by name. */
export function readElements(root: XmlElement): readonly FlowElement[] {
  return Object.entries(READERS).flatMap(([name, reader]) => root.children(name).map(reader));
}
