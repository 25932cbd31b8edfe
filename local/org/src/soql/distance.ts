/** DISTANCE(): how far a record's location is from a point. Source: SOQL and SOSL Reference, "Location-Based SOQL Queries". */
import { ApexDecimal } from "../runtime/decimal.ts";
import { ApexDouble } from "../runtime/double.ts";
import { greatCircle, isDistanceUnit, type Point } from "../runtime/great-circle.ts";
import type { Row, StoredValue } from "../store/row.ts";
import type { QueryOperand } from "../syntax/query.ts";
import { partOf } from "./compound-field.ts";
import type { Operand } from "./operand.ts";
import { malformed } from "./query-error.ts";

type Locate = (row: Row) => Point | null;

/** A row whose location is blank has no distance. @param fieldOf the operand of a field's path */
export function distanceOperand(
  operands: readonly QueryOperand[],
  fieldOf: (path: readonly string[]) => Operand<Row>,
): Operand<Row> {
  const [from, to, unit] = operands;
  if (from === undefined || to === undefined || unit?.kind !== "literal")
    throw malformed("unexpected token: 'DISTANCE'");
  const name = unit.value.toLowerCase();
  if (!isDistanceUnit(name)) throw malformed(`Invalid distance unit: ${unit.value}`);
  const [start, end] = [locator(from, fieldOf), locator(to, fieldOf)];
  return {
    name: "DISTANCE",
    kind: "number",
    field: null,
    read: (row) => {
      const [first, second] = [start(row), end(row)];
      return first === null || second === null
        ? null
        : new ApexDouble(greatCircle(first, second, name));
    },
  };
}

function locator(
  operand: QueryOperand,
  fieldOf: (path: readonly string[]) => Operand<Row>,
): Locate {
  if (operand.kind === "field") {
    const { field, name } = fieldOf(operand.path);
    if (field?.type !== "address" && field?.type !== "location")
      throw malformed(`field '${name}' can not be used in DISTANCE`);
    const part = (suffix: "Latitude" | "Longitude"): Operand<Row> =>
      fieldOf([...operand.path.slice(0, -1), partOf(field.name, suffix)]);
    const [latitude, longitude] = [part("Latitude"), part("Longitude")];
    return (row) => pointOf(latitude.read(row), longitude.read(row));
  }
  const coordinates = operand.kind === "function" ? operand.arguments : [];
  const [latitude, longitude] = coordinates.map((each) =>
    each.kind === "literal" ? new ApexDouble(Number(each.value)) : null,
  );
  const point = pointOf(latitude ?? null, longitude ?? null);
  return () => point;
}

function pointOf(latitude: StoredValue, longitude: StoredValue): Point | null {
  const [first, second] = [degrees(latitude), degrees(longitude)];
  return first === null || second === null ? null : { latitude: first, longitude: second };
}

function degrees(value: StoredValue): number | null {
  if (value instanceof ApexDecimal) return value.toNumber();
  if (value instanceof ApexDouble) return value.value;
  return typeof value === "number" ? value : null;
}
