import { whenSent } from "./allow-list.ts";
import { flag, onlyTrue, reference, salesforceMetadata, text, timestamp } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const product = projectionOf({
  object: "product",
  fields: {
    name: text,
    active: flag,
    description: text,
    default_price: reference,
    updated: timestamp,
    deleted: whenSent(onlyTrue),
    metadata: salesforceMetadata,
  },
});
