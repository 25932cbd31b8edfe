import * as z from "zod/mini";

/**
 * What may leave the edge of one kind of Stripe object, written in the object's own shape: a field is a schema, another
 * set of fields, or `[element]` for an array. Whatever is not named here stays behind.
 */
export interface AllowList {
  readonly [field: string]: Allowed;
}

type Element = z.ZodMiniType | AllowList;
type Field = Element | readonly [Element];
export type Allowed = Field | Absent;

/** A field with a say in what stands there when Stripe sent none; without one it is null. */
class Absent {
  readonly field: Field;
  readonly value: unknown;

  constructor(field: Field, value: unknown) {
    this.field = field;
    this.value = value;
  }
}

/** A field that is only there when Stripe sent it. */
export function whenSent(field: Field): Absent {
  return new Absent(field, undefined);
}

export function orElse(field: Field, value: unknown): Absent {
  return new Absent(field, value);
}

/** Every field of the list, null where Stripe sent none: an object as a whole. */
export function wholeObject(fields: AllowList): z.ZodMiniObject<Record<string, z.ZodMiniType>> {
  return z.object(shapeOf(fields, wholeField));
}

/** Only the fields Stripe sent, at any depth: `previous_attributes` names what has changed. */
export function changedFields(fields: AllowList): z.ZodMiniObject<Record<string, z.ZodMiniType>> {
  return z.object(shapeOf(fields, changedField));
}

type FieldSchema = (allowed: Allowed) => z.ZodMiniType;

function wholeField(allowed: Allowed): z.ZodMiniType {
  if (!(allowed instanceof Absent)) return z._default(nullable(allowed, wholeField), null);
  const schema = nullable(allowed.field, wholeField);
  const { value } = allowed;
  if (value === undefined) return z.optional(schema);
  return z.pipe(
    z.optional(schema),
    z.transform((sent) => sent ?? value),
  );
}

function changedField(allowed: Allowed): z.ZodMiniType {
  return z.optional(nullable(allowed instanceof Absent ? allowed.field : allowed, changedField));
}

function nullable(field: Field, inner: FieldSchema): z.ZodMiniType {
  return z.nullable(schemaOf(field, inner));
}

function schemaOf(field: Field, inner: FieldSchema): z.ZodMiniType {
  if (isList(field)) return z.array(schemaOf(field[0], inner));
  return isSchema(field) ? field : z.object(shapeOf(field, inner));
}

function shapeOf(fields: AllowList, inner: FieldSchema): Record<string, z.ZodMiniType> {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, inner(field)]));
}

function isList(field: Field): field is readonly [Element] {
  return Array.isArray(field);
}

export function isElementList(field: Allowed): field is readonly [Element] {
  return !(field instanceof Absent) && isList(field);
}

/** Whether it is a set of fields, and no schema, list or field with a say of its own. */
export function isAllowList(field: Allowed): field is AllowList {
  return !(field instanceof Absent) && !isList(field) && !isSchema(field);
}

function isSchema(field: Element): field is z.ZodMiniType {
  return "_zod" in field;
}
