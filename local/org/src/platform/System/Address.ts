/** System.Address: what an address field holds. Source: Apex Reference, "Address Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { type AddressParts, AddressValue } from "../../runtime/compound-values.ts";
import { ApexDouble } from "../../runtime/double.ts";
import "../json/compound-fields.ts";

const TEXTS = [
  "city",
  "country",
  "countryCode",
  "geocodeAccuracy",
  "postalCode",
  "state",
  "stateCode",
  "street",
] as const;

const textOf = (part: keyof AddressParts) => (address: AddressValue) => address.parts[part] ?? null;
const degreesOf = (part: "latitude" | "longitude") => (address: AddressValue) => {
  const value = address.parts[part];
  return value === null ? null : new ApexDouble(value);
};

export const addressBehaviour = platformType({
  type: "System.Address",
  implementation: AddressValue,
  methods: {
    ...Object.fromEntries(
      TEXTS.map((part) => [`get${part.charAt(0).toUpperCase()}${part.slice(1)}`, textOf(part)]),
    ),
    getLatitude: degreesOf("latitude"),
    getLongitude: degreesOf("longitude"),
  },
  getters: Object.fromEntries(TEXTS.map((part) => [part, textOf(part)])),
});
