/**
 * Compound fields, put together of their parts; none of which filled, they are blank.
 * Source: Object Reference, "Address Compound Fields" and "Geolocation Compound Field".
 */
import { AddressValue, LocationValue } from "../runtime/compound-values.ts";
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import type { FieldDescribe, SObjectDescribe } from "../schema/schema.ts";
import type { Row, StoredValue } from "../store/row.ts";
import { readField, type ReadEnvironment } from "./row-reader.ts";

export function isCompound({ type }: FieldDescribe): boolean {
  return type === "address" || type === "location";
}

export function compoundValue(
  environment: ReadEnvironment,
  row: Row,
  describe: SObjectDescribe,
  whole: FieldDescribe,
): AddressValue | LocationValue | null {
  const fieldOf = (part: string): FieldDescribe | undefined =>
    describe.fields.get(partOf(whole.name, part).toLowerCase());
  const valueOf = (part: string): StoredValue => {
    const field = fieldOf(part);
    return field === undefined ? null : readField(environment, row, field);
  };
  const text = (part: string): string | null => {
    const value = valueOf(part);
    return typeof value === "string" ? value : null;
  };
  const [latitude, longitude] = [degrees(valueOf("Latitude")), degrees(valueOf("Longitude"))];
  if (whole.type === "location")
    return latitude === null || longitude === null ? null : new LocationValue(latitude, longitude);
  const parts = {
    city: text("City"),
    country: text("Country"),
    ...(fieldOf("CountryCode") === undefined ? {} : { countryCode: text("CountryCode") }),
    geocodeAccuracy: text("GeocodeAccuracy"),
    latitude,
    longitude,
    postalCode: text("PostalCode"),
    state: text("State"),
    ...(fieldOf("StateCode") === undefined ? {} : { stateCode: text("StateCode") }),
    street: text("Street"),
  };
  return Object.values(parts).every((part) => part === null) ? null : new AddressValue(parts);
}

/** `BillingAddress` → `BillingLatitude`, `Place__c` → `Place__Latitude__s`. */
export function partOf(whole: string, part: string): string {
  return whole.endsWith("__c")
    ? whole.replace(/__c$/, `__${part}__s`)
    : whole.replace(/Address$/, part);
}

function degrees(value: StoredValue): number | null {
  if (value instanceof ApexDecimal) return value.toNumber();
  return value instanceof ApexDouble ? value.value : null;
}
