/** System.Location: a point by its degrees. Source: Apex Reference, "Location Class"; distances by the haversine formula. */
import { LocationValue } from "../../runtime/compound-values.ts";
import type { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { greatCircle, isDistanceUnit } from "../../runtime/great-circle.ts";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import "../json/compound-fields.ts";
import { required } from "../required.ts";

function newInstance(latitude: ApexDecimal | null, longitude: ApexDecimal | null): LocationValue {
  return new LocationValue(required(latitude).toNumber(), required(longitude).toNumber());
}

function getDistance(
  from: LocationValue | null,
  to: LocationValue | null,
  unit: string | null,
): ApexDouble {
  const [start, end] = [required(from), required(to)];
  const name = required(unit).toLowerCase();
  if (!isDistanceUnit(name))
    return raise("System.InvalidParameterValueException", `Invalid unit: ${name}`);
  return new ApexDouble(greatCircle(start, end, name));
}

const latitude = (location: LocationValue): ApexDouble => new ApexDouble(location.latitude);
const longitude = (location: LocationValue): ApexDouble => new ApexDouble(location.longitude);

export const locationBehaviour = platformType({
  type: "System.Location",
  implementation: LocationValue,
  statics: { newInstance, getDistance },
  methods: { getDistance, getLatitude: latitude, getLongitude: longitude },
  getters: { latitude, longitude },
});
