/** How a value of one type becomes one of another. */
import type { Type } from "./type.ts";

export type Numeric = "Integer" | "Long" | "Double" | "Decimal";

/** Implicit and explicit conversions that change the value's representation or must be checked. null passes through all of them. */
export type Conversion =
  | { readonly kind: "numeric"; readonly from: Numeric; readonly to: Numeric }
  /** Validates; throws StringException "Invalid id: …". */
  | { readonly kind: "stringToId" }
  | { readonly kind: "dateToDatetime" }
  /** A collection of narrower numbers, or of dates, where one of wider numbers, or of times, is wanted. */
  | { readonly kind: "widenElements"; readonly to: Type }
  /** A checked downcast: throws TypeException "Invalid conversion from runtime type X to Y". */
  | { readonly kind: "cast"; readonly to: Type }
  /** Query result to one record: QueryException unless exactly one row; without rows null where `?.` or `??` takes it. */
  | { readonly kind: "singleRow"; readonly orNull: boolean }
  /** An Object (of any number type) to a primitive: checked at run time, with widening. */
  | { readonly kind: "unboxTo"; readonly to: Type };
