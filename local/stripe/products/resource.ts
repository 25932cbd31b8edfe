import type Stripe from "stripe";
import type { z } from "zod";
import { listAnswer } from "../api/list.ts";
import { withMetadata } from "../api/metadata.ts";
import {
  boolean,
  clearable,
  createdRange,
  hash,
  listOf,
  listParameters,
  metadata,
  oneOf,
  text,
} from "../api/parameters.ts";
import type { Resource } from "../api/resource.ts";
import { route } from "../api/route.ts";
import { invalidRequest } from "../api/stripe-error.ts";
import { newId } from "../ids.ts";
import { addPrice } from "../prices/add-price.ts";
import { amountParameters, recurringParameters } from "../prices/parameters.ts";
import { searchRoute } from "../search/search.ts";
import { newProduct } from "./product.ts";

const shared = {
  active: boolean().optional(),
  description: clearable(text(40_000)).optional(),
  images: listOf(text(), 8).optional(),
  metadata: metadata().optional(),
  statement_descriptor: clearable(text(22)).optional(),
  tax_code: clearable(text()).optional(),
  unit_label: clearable(text(12)).optional(),
  url: clearable(text()).optional(),
};

const updateParameters = hash({
  ...shared,
  default_price: clearable(text()).optional(),
  name: text().optional(),
});

/** @see https://docs.stripe.com/api/products */
export const productResource: Resource = {
  routes: [
    searchRoute("products", "product", ["active", "description", "name", "url"]),
    route({
      method: "POST",
      path: "/products",
      parameters: hash({
        ...shared,
        default_price_data: hash({
          ...amountParameters,
          recurring: recurringParameters.optional(),
          metadata: metadata().optional(),
        }).optional(),
        id: text().optional(),
        name: text(),
        type: oneOf("good", "service").optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { default_price_data: price, id = newId("prod_"), ...rest } = parameters;
        if (operation.objects.findById(id) !== undefined) {
          throw invalidRequest("Product already exists.", "id", "resource_already_exists");
        }
        const product = changed(newProduct(id, rest.name, operation.now()), rest);
        operation.add("product.created", product);
        if (price === undefined) return product;
        const { metadata: priceMetadata, ...amounts } = price;
        const { id: defaultPrice } = addPrice(operation, product, {
          ...amounts,
          metadata: priceMetadata,
        });
        return operation.change("product.updated", product, {
          ...product,
          default_price: defaultPrice,
        });
      },
    }),
    route({
      method: "GET",
      path: "/products",
      parameters: hash({
        ...listParameters,
        active: boolean().optional(),
        created: createdRange().optional(),
        ids: listOf(text()).optional(),
        url: text().optional(),
      }),
      answer: ({ parameters, operation }) => {
        const { ids, active, url } = parameters;
        const page = listAnswer(operation, "product", "/v1/products", parameters, { active, url });
        return ids === undefined
          ? page
          : { ...page, data: page.data.filter(({ id }) => ids.includes(id)) };
      },
    }),
    route({
      method: "GET",
      path: "/products/:id",
      parameters: hash({}),
      answer: ({ path, operation: { objects } }) => objects.get("product", path["id"] ?? ""),
    }),
    route({
      method: "POST",
      path: "/products/:id",
      parameters: updateParameters,
      answer: ({ path, parameters, operation }) => {
        const { objects } = operation;
        const held = objects.get("product", path["id"] ?? "");
        const { default_price: price } = parameters;
        if (typeof price === "string") objects.named("price", price, "default_price");
        return operation.change("product.updated", held, {
          ...changed(held, parameters),
          updated: operation.now(),
        });
      },
    }),
    route({
      method: "DELETE",
      path: "/products/:id",
      parameters: hash({}),
      answer: ({ path, operation }) => {
        const product = operation.objects.get("product", path["id"] ?? "");
        if (operation.objects.all("price", { product: product.id }).length > 0) {
          throw invalidRequest(
            "This product cannot be deleted because it has one or more user-created prices.",
          );
        }
        operation.emit("product.deleted", product);
        operation.objects.remove("product", product.id);
        return { id: product.id, object: "product", deleted: true };
      },
    }),
  ],
};

function changed(held: Stripe.Product, change: z.output<typeof updateParameters>): Stripe.Product {
  const { metadata: metadataChange, ...rest } = change;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    ...held,
    ...Object.fromEntries(given),
    metadata: withMetadata(held.metadata, metadataChange),
  };
}
