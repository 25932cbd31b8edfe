/** What the operators of an assignment give. Source: Salesforce Help, "Flow Operators in Assignment Elements". */
import { ApexDate } from "../runtime/date.ts";
import { ApexDatetime } from "../runtime/datetime.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { GapReached } from "../runtime/gap-reached.ts";
import { ApexList } from "../runtime/list.ts";
import { FlowFault } from "./flow-fault.ts";
import type { Frame } from "./frame.ts";
import { byValue, decimalOf, sameFlowValue, shownText } from "./values.ts";

const MS_PER_DAY = 86_400_000;

export function assignItem(frame: Frame, to: string, operator: string, value: unknown): void {
  if (operator === "Assign") frame.assign(to, value);
  else if (operator === "AssignCount") frame.assign(to, countOf(value));
  else frame.assign(to, changed(frame.resolve(to), operator, value, to));
}

function changed(current: unknown, operator: string, value: unknown, name: string): unknown {
  if (current instanceof ApexList) return changedList(current, operator, value);
  switch (operator) {
    case "Add":
      return sum(current, value, name);
    case "Subtract":
      return difference(current, value, name);
    case "AddItem":
      return joined(current, value);
    default:
      return notKnown(operator);
  }
}

function changedList(current: ApexList, operator: string, value: unknown): ApexList {
  const { items, element } = current;
  const given = value instanceof ApexList ? value.items.map(byValue) : [byValue(value)];
  switch (operator) {
    case "Add":
      return new ApexList(element, [...items, ...given]);
    case "AddAtStart":
      return new ApexList(element, [...given, ...items]);
    case "RemoveAll":
      return new ApexList(
        element,
        items.filter((item) => !isAmong(item, given)),
      );
    case "RemoveUncommon":
      return new ApexList(
        element,
        items.filter((item) => isAmong(item, given)),
      );
    case "RemoveFirst": {
      const at = items.findIndex((item) => isAmong(item, given));
      return new ApexList(element, at < 0 ? [...items] : items.toSpliced(at, 1));
    }
    case "RemovePosition": {
      const position = decimalOf(value)?.toNumber() ?? 0;
      return new ApexList(
        element,
        items.filter((_item, at) => at !== position - 1),
      );
    }
    default:
      return notKnown(operator);
  }
}

function isAmong(item: unknown, items: readonly unknown[]): boolean {
  return items.some((other) => sameFlowValue(item, other));
}

/** Numbers add up, dates move by days, texts are put together. An empty number counts as 0. */
function sum(current: unknown, value: unknown, name: string): unknown {
  const added = decimalOf(value);
  if (current instanceof ApexDate) return current.addDays(days(added, name));
  if (current instanceof ApexDatetime) return current.addMs(days(added, name) * MS_PER_DAY);
  if (typeof current === "string" || typeof value === "string")
    return shownText(current) + shownText(value);
  return numberOf(current, name).plus(added ?? ApexDecimal.ofInteger(0));
}

function difference(current: unknown, value: unknown, name: string): unknown {
  const taken = decimalOf(value);
  if (current instanceof ApexDate) return current.addDays(-days(taken, name));
  if (current instanceof ApexDatetime) return current.addMs(-days(taken, name) * MS_PER_DAY);
  return numberOf(current, name).minus(taken ?? ApexDecimal.ofInteger(0));
}

function numberOf(value: unknown, name: string): ApexDecimal {
  if (value === null) return ApexDecimal.ofInteger(0);
  const number = decimalOf(value);
  if (number === null) throw new FlowFault(`The flow failed to calculate with ${name}.`);
  return number;
}

function days(value: ApexDecimal | null, name: string): number {
  if (value === null) throw new FlowFault(`The flow failed to calculate with ${name}.`);
  return value.toNumber();
}

/** Of a multi-select picklist. */
function joined(current: unknown, value: unknown): string {
  const chosen = shownText(current)
    .split(";")
    .filter((text) => text !== "");
  const added = shownText(value);
  return (chosen.includes(added) ? chosen : [...chosen, added]).join(";");
}

function countOf(value: unknown): ApexDecimal {
  return ApexDecimal.ofInteger(value instanceof ApexList ? value.items.length : 0);
}

function notKnown(operator: string): never {
  throw new GapReached(`Not supported by the local org yet: the operator ${operator} of flows`);
}
