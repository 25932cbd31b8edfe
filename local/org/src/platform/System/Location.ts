/** System.Location: a point by its degrees. Source: Apex Reference, "Location Class"; distances by the haversine formula. */
import type { ApexDecimal } from "../../runtime/decimal.ts";
import { ApexDouble } from "../../runtime/double.ts";
import { raise } from "../../runtime/exception.ts";
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";

/** The earth's mean radius. */
const RADIUS = { km: 6371.0088, mi: 3958.7613 } as const;

class LocationValue {
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;

  constructor(latitude: number, longitude: number) {
    this.latitude = latitude;
    this.longitude = longitude;
  }

  get $identity(): string {
    return `Location ${this.latitude} ${this.longitude}`;
  }

  toString(): string {
    return `Location:[getLatitude=${this.latitude}, getLongitude=${this.longitude}]`;
  }
}

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
  if (name !== "km" && name !== "mi")
    return raise("System.InvalidParameterValueException", `Invalid unit: ${name}`);
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const haversine =
    half(end.latitude - start.latitude) +
    Math.cos(radians(start.latitude)) *
      Math.cos(radians(end.latitude)) *
      half(end.longitude - start.longitude);
  return new ApexDouble(2 * RADIUS[name] * Math.asin(Math.sqrt(Math.min(1, haversine))));
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
