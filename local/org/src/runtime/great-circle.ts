/** The distance of two points as the crow flies, by the haversine formula. */

export type DistanceUnit = "km" | "mi";

/** In degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

/** The earth's mean radius. */
const RADIUS: Readonly<Record<DistanceUnit, number>> = { km: 6371.0088, mi: 3958.7613 };

export function isDistanceUnit(name: string): name is DistanceUnit {
  return name === "km" || name === "mi";
}

export function greatCircle(from: Point, to: Point, unit: DistanceUnit): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const haversine =
    half(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) *
      Math.cos(radians(to.latitude)) *
      half(to.longitude - from.longitude);
  return 2 * RADIUS[unit] * Math.asin(Math.sqrt(Math.min(1, haversine)));
}
