/** Collection Sort and Collection Filter. Source: Metadata API Developer Guide, "Flow", FlowCollectionProcessor. */
import { ApexList } from "../runtime/list.ts";
import { SObjectValue } from "../runtime/sobject.ts";
import { ApexObject } from "../runtime/object.ts";
import type { FlowElement } from "../schema/flows/flow-definition.ts";
import { apexField } from "./apex-field.ts";
import { meets } from "./conditions.ts";
import { notSet } from "./flow-fault.ts";
import type { Frame } from "./frame.ts";
import { byValue, compareFlowValues, decimalOf } from "./values.ts";

type Sort = Extract<FlowElement, { kind: "sort" }>;
type Filter = Extract<FlowElement, { kind: "filter" }>;

/** @throws FlowFault for one without a value */
export function collectionNamed(frame: Frame, reference: string): ApexList {
  const value = frame.resolve(reference);
  if (value === null) return new ApexList({ kind: "object" });
  if (!(value instanceof ApexList)) throw notSet(reference);
  return value;
}

/** Sorts the collection where it is, and cuts it to the limit. */
export function sortCollection(element: Sort, frame: Frame): void {
  const { items, element: type } = collectionNamed(frame, element.collection);
  const limit = decimalOf(frame.value(element.limit))?.toNumber() ?? Number.POSITIVE_INFINITY;
  const sorted = items.toSorted((left, right) => {
    for (const option of element.options) {
      const order = orderOf(
        keyOf(left, option.field, frame),
        keyOf(right, option.field, frame),
        option,
      );
      if (order !== 0) return order;
    }
    return 0;
  });
  frame.assign(element.collection, new ApexList(type, sorted.slice(0, limit)));
}

function orderOf(
  left: unknown,
  right: unknown,
  { isDescending, blanksFirst }: Sort["options"][number],
): number {
  const [isLeftBlank, isRightBlank] = [isBlank(left), isBlank(right)];
  if (isLeftBlank || isRightBlank) {
    if (isLeftBlank && isRightBlank) return 0;
    return isLeftBlank === blanksFirst ? -1 : 1;
  }
  const order = compareFlowValues(left, right) ?? 0;
  return isDescending ? -order : order;
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}

function keyOf(item: unknown, field: string | null, frame: Frame): unknown {
  if (field === null) return item;
  if (item instanceof SObjectValue) return frame.world.read(item, [field]).value;
  return item instanceof ApexObject ? apexField(item, field).read() : null;
}

/** Puts the items that meet the criteria into a collection of its own, called like the element. */
export function filterCollection(element: Filter, frame: Frame): void {
  const { items, element: type } = collectionNamed(frame, element.collection);
  const variable = element.variable ?? `currentItem_${element.name}`;
  const kept = items.filter((item) => {
    frame.set(variable, item);
    return meets(element.criteria, frame);
  });
  frame.set(element.name, new ApexList(type, kept.map(byValue)));
}
