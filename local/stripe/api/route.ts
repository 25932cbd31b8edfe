import type { z } from "zod";
import type { Form } from "./form.ts";
import type { Operation } from "./operation.ts";
import { parseParameters } from "./parse-parameters.ts";

export type Method = "DELETE" | "GET" | "POST";

/** One request, its parameters read. */
export interface Call<Parameters> {
  /** The `:names` of the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly parameters: Parameters;
  readonly operation: Operation;
}

/** A route of the API, its parameters' type forgotten. */
export interface Route {
  readonly method: Method;
  readonly path: string;
  /**
   * Reads the parameters, without `expand`, and returns the request itself, to be run inside an operation.
   * @throws StripeApiError 400 for parameters that are wrong
   */
  readonly prepare: (form: Form) => (path: Call<unknown>["path"], operation: Operation) => object;
}

/**
 * Declares a route. `answer` returns the object, or list, in the shape of the current API version with references as ids;
 * the API expands and renders it.
 * @param path under /v1, for example `/customers/:id`
 */
export function route<Schema extends z.ZodType>(declared: {
  readonly method: Method;
  readonly path: string;
  readonly parameters: Schema;
  readonly answer: (call: Call<z.output<Schema>>) => object;
}): Route {
  const { method, path, parameters: schema, answer } = declared;
  return {
    method,
    path,
    prepare: (form) => {
      const parameters = parseParameters(schema, form);
      return (names, operation) => answer({ path: names, parameters, operation });
    },
  };
}
