/** Compound fields in JSON: an object of their parts. Source: REST API Developer Guide, "Compound Fields". */
import { type AddressParts, AddressValue, LocationValue } from "../../runtime/compound-values.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { refuseJson } from "./json-error.ts";
import type { JsonEntry, JsonNode } from "./json-node.ts";
import { JsonFields, registerJsonForm } from "./platform-forms.ts";

export function addressOf(entries: readonly JsonEntry[]): AddressValue {
  const text = (name: string): string | null => scalarOf(entries, name);
  const code = (name: "countryCode" | "stateCode"): Partial<AddressParts> =>
    entryOf(entries, name) === undefined ? {} : { [name]: text(name) };
  return new AddressValue({
    city: text("city"),
    country: text("country"),
    ...code("countryCode"),
    geocodeAccuracy: text("geocodeAccuracy"),
    latitude: degreesOf(entries, "latitude"),
    longitude: degreesOf(entries, "longitude"),
    postalCode: text("postalCode"),
    state: text("state"),
    ...code("stateCode"),
    street: text("street"),
  });
}

/** null without both degrees. */
export function locationOf(entries: readonly JsonEntry[]): LocationValue | null {
  const [latitude, longitude] = [degreesOf(entries, "latitude"), degreesOf(entries, "longitude")];
  return latitude === null || longitude === null ? null : new LocationValue(latitude, longitude);
}

function scalarOf(entries: readonly JsonEntry[], name: string): string | null {
  const value = entryOf(entries, name)?.value;
  if (value === undefined || value.kind === "null") return null;
  return "text" in value ? value.text : refuseJson("Illegal value for primitive");
}

function entryOf(entries: readonly JsonEntry[], name: string): JsonEntry | undefined {
  return entries.find((entry) => entry.name.toLowerCase() === name.toLowerCase());
}

function degreesOf(entries: readonly JsonEntry[], name: string): number | null {
  const text = scalarOf(entries, name);
  return text === null ? null : Number(text);
}

function entriesOf(node: JsonNode): readonly JsonEntry[] {
  return node.kind === "object" ? node.entries : refuseJson("Illegal value for primitive");
}

/** Numbers as Apex has them. */
export function partsOf(value: AddressValue | LocationValue): JsonFields {
  const parts =
    value instanceof AddressValue
      ? value.parts
      : { latitude: value.latitude, longitude: value.longitude };
  return new JsonFields(
    Object.entries(parts).map(([name, part]: readonly [string, string | number | null]) => [
      name,
      typeof part === "number" ? new ApexDouble(part) : part,
    ]),
  );
}

registerJsonForm({
  type: "System.Address",
  read: (node) => addressOf(entriesOf(node)),
  write: (value) => (value instanceof AddressValue ? partsOf(value) : null),
});
registerJsonForm({
  type: "System.Location",
  read: (node) => locationOf(entriesOf(node)),
  write: (value) => (value instanceof LocationValue ? partsOf(value) : null),
});
