/** The kinds of parameter a route declares its own from: each reads the form's text, and words its complaint as Stripe does. */
import { z } from "zod";

/** Rejected by a kind; the code is one of https://docs.stripe.com/error-codes. */
export interface ParameterComplaint {
  readonly message: (name: string) => string;
  readonly code?: string;
}

/** How a kind's complaint travels through zod to `parseParameters`. */
function complain(context: z.RefinementCtx, complaint: ParameterComplaint): never {
  context.addIssue({ code: "custom", params: { complaint }, message: complaint.message("it") });
  return z.NEVER;
}

const isHash = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

const show = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

const CANNOT_BE_UNSET: ParameterComplaint = {
  code: "parameter_invalid_empty",
  message: (name) =>
    `You passed an empty string for '${name}'. We assume empty values are an attempt to unset a parameter; however ` +
    `'${name}' cannot be unset. You should remove '${name}' from your request or supply a non-empty value.`,
};

/** Text that is not empty. */
export function text(longest = 5000) {
  return z.string().transform((value, context): string => {
    if (value === "") return complain(context, CANNOT_BE_UNSET);
    if (value.length > longest) {
      return complain(context, {
        message: (name) =>
          `Invalid string: ${value.slice(0, 20)}…; ${name} must be at most ${longest} characters`,
      });
    }
    return value;
  });
}

/** A whole number, as a number. */
export function integer(range: { readonly min?: number; readonly max?: number } = {}) {
  return z.string().transform((value, context): number => {
    const number = /^-?\d{1,15}$/.test(value) ? Number(value) : undefined;
    if (number === undefined) {
      if (value === "") return complain(context, CANNOT_BE_UNSET);
      return complain(context, {
        code: "parameter_invalid_integer",
        message: () => `Invalid integer: ${value}`,
      });
    }
    const { min, max } = range;
    if (min !== undefined && number < min) {
      return complain(context, {
        code: "parameter_invalid_integer",
        message: () =>
          min === 1
            ? "This value must be greater than or equal to 1."
            : `Invalid integer: ${number} must be greater than or equal to ${min}`,
      });
    }
    if (max !== undefined && number > max) {
      return complain(context, {
        code: "parameter_invalid_integer",
        message: () => `Invalid integer: ${number} must be less than or equal to ${max}`,
      });
    }
    return number;
  });
}

/** Seconds since 1970. */
export const timestamp = () => integer({ min: 0 });

/** A decimal, kept as text. */
export function decimal() {
  return z
    .string()
    .transform((value, context): string =>
      /^-?\d+(\.\d{1,12})?$/.test(value)
        ? value
        : complain(context, { message: () => `Invalid decimal: ${value}` }),
    );
}

export function boolean() {
  return z
    .string()
    .transform((value, context): boolean =>
      value === "true" || value === "false"
        ? value === "true"
        : complain(context, { message: () => `Invalid boolean: ${value}` }),
    );
}

/** A three-letter code, in lower case. */
export function currency() {
  return z.string().transform((value, context): string => {
    const code = value.toLowerCase();
    return CURRENCIES.has(code)
      ? code
      : complain(context, { message: () => `Invalid currency: ${code}.` });
  });
}

const CURRENCIES = new Set(Intl.supportedValuesOf("currency").map((code) => code.toLowerCase()));

/** One of some words. */
export function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.string().transform((value, context): Words[number] => {
    const word = words.find((each) => each === value);
    if (word !== undefined) return word;
    const listed =
      words.length === 1
        ? words[0]
        : `one of ${words.slice(0, -1).join(", ")}, or ${words.at(-1) ?? ""}`;
    return complain(context, { message: (name) => `Invalid ${name}: must be ${listed}` });
  });
}

/** Also accepts the empty string, which clears the value: null. */
export function clearable<Schema extends z.ZodType>(schema: Schema) {
  return z.union([z.literal("").transform(() => null), schema]);
}

/** `name[]=…` or `name[0]=…`; an empty string is an empty list. */
export function listOf<Schema extends z.ZodType>(item: Schema, most = 100) {
  return z.preprocess(
    (value) => {
      if (value === "") return [];
      const indexed = isHash(value) && Object.keys(value).every((key) => /^\d+$/.test(key));
      return indexed ? Object.values(value) : value;
    },
    z.array(item, { error: (issue) => `Invalid array: ${show(issue.input)}` }).max(most),
  );
}

/** A hash with parameters of its own; unknown ones are refused. */
export function hash<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.strictObject(shape);
}

const METADATA_KEYS = 50;
const METADATA_KEY_LENGTH = 40;
const METADATA_VALUE_LENGTH = 500;

/**
 * Changes to an object's metadata: an empty value removes its key; `metadata=` removes them all, which is null.
 * Apply with `withMetadata`.
 * @see https://docs.stripe.com/api/metadata
 */
export function metadata() {
  return z.union([z.literal(""), z.record(z.string(), z.string())]).transform((value, context) => {
    if (value === "") return null;
    for (const [key, entry] of Object.entries(value)) {
      if (key.length > METADATA_KEY_LENGTH) {
        return complain(context, {
          message: () =>
            `Metadata keys can be at most ${METADATA_KEY_LENGTH} characters, but you passed a key of ${key.length}: '${key}'`,
        });
      }
      if (entry.length > METADATA_VALUE_LENGTH) {
        return complain(context, {
          message: () =>
            `Metadata values must be a string of at most ${METADATA_VALUE_LENGTH} characters. The value of '${key}' has ${entry.length}.`,
        });
      }
    }
    if (Object.keys(value).length > METADATA_KEYS) {
      return complain(context, { message: () => TOO_MANY_KEYS });
    }
    return value;
  });
}

export const TOO_MANY_KEYS = `You can specify at most ${METADATA_KEYS} metadata keys.`;
export const MOST_METADATA_KEYS = METADATA_KEYS;

/** Parameters of every list. */
export const listParameters = {
  limit: integer({ min: 1, max: 100 }).optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

/** `created=N`, or bounds. */
export function createdRange() {
  const bounds = hash({
    gt: timestamp().optional(),
    gte: timestamp().optional(),
    lt: timestamp().optional(),
    lte: timestamp().optional(),
  });
  return z.union([timestamp().transform((eq) => ({ eq })), bounds]);
}
