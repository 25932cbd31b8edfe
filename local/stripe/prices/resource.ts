import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import type { Operation } from "../api/operation.ts";
import {
  boolean,
  createdRange,
  currency,
  hash,
  listOf,
  listParameters,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import { newProduct } from "../products/product.ts";
import { searchRoute } from "../search/search.ts";
import { addPrice, takeLookupKey } from "./add-price.ts";
import { newPriceParameters, productDataParameters, updatePriceParameters } from "./parameters.ts";
import type Stripe from "stripe";
import type { z } from "zod";

/** @see https://docs.stripe.com/api/prices */
export const priceResource: Resource = {
  routes: [
    searchRoute("prices", "price", ["active", "currency", "lookup_key", "product", "type"]),
    route({
      method: "POST",
      path: "/prices",
      parameters: hash({
        ...newPriceParameters,
        product: text().optional(),
        product_data: productDataParameters.optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { product, product_data, ...asked } = parameters;
        return addPrice(operation, productFor(operation, product, product_data), asked);
      },
    }),
    route({
      method: "GET",
      path: "/prices",
      parameters: hash({
        ...listParameters,
        active: boolean().optional(),
        created: createdRange().optional(),
        currency: currency().optional(),
        lookup_keys: listOf(text(), 10).optional(),
        product: text().optional(),
        recurring: hash({
          interval: oneOf("day", "week", "month", "year").optional(),
          usage_type: oneOf("licensed", "metered").optional(),
        }).optional(),
        type: oneOf("one_time", "recurring").optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { lookup_keys: keys, recurring } = parameters;
        if (keys !== undefined) {
          const data = keys.flatMap((key) => operation.objects.all("price", { lookup_key: key }));
          return { object: "list", data, has_more: false, url: "/v1/prices" };
        }
        return listAnswer(operation, "price", "/v1/prices", parameters, {
          active: parameters.active,
          currency: parameters.currency,
          product: parameters.product,
          type: parameters.type,
          "recurring.interval": recurring?.interval,
          "recurring.usage_type": recurring?.usage_type,
        });
      },
    }),
    route({
      method: "GET",
      path: "/prices/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("price", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/prices/:id",
      parameters: updatePriceParameters,
      answer: ({ path, parameters, operation }) => {
        const held = operation.objects.get("price", path["id"] ?? "");
        const { active, lookup_key: key, nickname, tax_behavior: tax } = parameters;
        if (typeof key === "string" && key !== held.lookup_key) {
          takeLookupKey(operation, key, parameters.transfer_lookup_key ?? false);
        }
        return operation.change("price.updated", held, {
          ...held,
          ...(active === undefined ? {} : { active }),
          ...(key === undefined ? {} : { lookup_key: key }),
          ...(nickname === undefined ? {} : { nickname }),
          ...(tax === undefined ? {} : { tax_behavior: tax }),
          metadata: withMetadata(held.metadata, parameters.metadata),
        });
      },
    }),
  ],
  expansions: {
    "price.currency_options": (objects, id) => objects.get("price", id).currency_options,
    "price.tiers": (objects, id) => objects.get("price", id).tiers,
  },
};

/** The product a price is for, made along with it if asked. */
function productFor(
  operation: Operation,
  product: string | undefined,
  data: z.output<typeof productDataParameters> | undefined,
): Stripe.Product {
  if (product !== undefined && data === undefined) {
    return operation.objects.named("product", product, "product");
  }
  if (data === undefined || product !== undefined) {
    throw invalidRequest(
      "You must specify either `product` or `product_data` when creating a price.",
      "product",
      "parameter_missing",
    );
  }
  const { id = newId("prod_"), name, metadata, ...rest } = data;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return operation.add("product.created", {
    ...newProduct(id, name, operation.now()),
    ...Object.fromEntries(given),
    metadata: withMetadata({}, metadata),
  });
}
