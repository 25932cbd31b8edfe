/** Reads a flow's file. Source: Metadata API Developer Guide, "Flow". */
import type { XmlElement } from "../metadata/xml.ts";
import { NameMap } from "../name-map.ts";
import type {
  FlowDefinition,
  FlowElement,
  FlowFormula,
  FlowGap,
  FlowVariable,
} from "./flow-definition.ts";
import { dataTypeOf, readOperand } from "./read-values.ts";
import { readPath } from "./read-moments.ts";
import { readElements } from "./read-elements.ts";
import { readTrigger } from "./read-trigger.ts";

export function readFlow(root: XmlElement, name: string, file: string): FlowDefinition {
  const start = root.child("start");
  const elements = readElements(root);
  const trigger = readTrigger(root, start);
  const runInMode = root.text("runInMode");
  return {
    name,
    label: root.text("label") ?? name,
    file,
    isActive: root.text("status") === "Active",
    apiVersion: root.number("apiVersion"),
    runsIn:
      runInMode === "SystemModeWithSharing"
        ? "system with sharing"
        : runInMode === "SystemModeWithoutSharing"
          ? "system without sharing"
          : "default",
    trigger,
    first:
      root.text("startElementReference") ??
      start?.child("connector")?.text("targetReference") ??
      null,
    elements: NameMap.by(elements, (element) => element.name),
    variables: NameMap.by(
      root.children("variables").map(readVariable),
      (variable) => variable.name,
    ),
    constants: new NameMap(
      root
        .children("constants")
        .map((constant) => [constant.text("name") ?? "", readOperand(constant.child("value"))]),
    ),
    formulas: NameMap.by(root.children("formulas").map(readFormula), (formula) => formula.name),
    templates: new NameMap(
      root
        .children("textTemplates")
        .map((template) => [template.text("name") ?? "", template.text("text") ?? ""]),
    ),
    gaps: gapsOf(root, start, elements, trigger),
  };
}

/** Nothing of a flow that does not start can be reached. */
function gapsOf(
  root: XmlElement,
  start: XmlElement | null,
  elements: readonly FlowElement[],
  trigger: FlowDefinition["trigger"],
): readonly FlowGap[] {
  if (trigger.kind === "unsupported")
    return [{ what: trigger.what, line: root.line, reached: "never" }];
  const paths = (start?.children("scheduledPaths") ?? [])
    .filter((path) => readPath(path) === null)
    .map((path): FlowGap => ({
      what: `Paths of flows of the kind ${path.text("pathType") ?? path.text("offsetUnit") ?? ""}`,
      line: path.line,
      reached: "never",
    }));
  const schedule: readonly FlowGap[] =
    trigger.kind === "scheduled" && trigger.schedule === null
      ? [
          {
            what: `Flows on a schedule of the kind ${start?.child("schedule")?.text("frequency") ?? ""}`,
            line: root.line,
            reached: "never",
          },
        ]
      : [];
  const reached = elements.flatMap((element): readonly FlowGap[] =>
    element.kind === "unsupported"
      ? [{ what: element.what, line: element.line, reached: "fails" }]
      : [],
  );
  return [...paths, ...schedule, ...reached];
}

function readVariable(variable: XmlElement): FlowVariable {
  return {
    name: variable.text("name") ?? "",
    dataType: dataTypeOf(variable),
    isCollection: variable.flag("isCollection"),
    isInput: variable.flag("isInput"),
    isOutput: variable.flag("isOutput"),
    object: variable.text("objectType"),
    scale: variable.number("scale"),
    initial: readOperand(variable.child("value")),
  };
}

function readFormula(formula: XmlElement): FlowFormula {
  return {
    name: formula.text("name") ?? "",
    dataType: dataTypeOf(formula),
    expression: formula.text("expression") ?? "",
    scale: formula.number("scale"),
  };
}
