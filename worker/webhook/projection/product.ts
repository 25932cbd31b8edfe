import { flag, text } from "./fields.ts";
import { projectionOf } from "./projection.ts";

export const product = projectionOf({
  object: "product",
  fields: {
    name: text,
    active: flag,
  },
});
