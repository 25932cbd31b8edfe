/** Members of platform types as emitted code calls them: found once when a unit is loaded. */
import type { Behaviour } from "./behaviour.ts";
import { findBehaviour, isExceptionType, isInterface } from "./behaviour-table.ts";
import { platformExceptionClass } from "./exception.ts";
import { charge } from "./heap/charge.ts";
import { GapReached } from "./gap-reached.ts";
import { ApexObject, callMethod, hasMethod } from "./object.ts";
import { platformTypeOf } from "./platform-classes.ts";

type Receiving = (receiver: unknown, ...values: readonly unknown[]) => unknown;

function missing(owner: string, member: string): Error {
  return new GapReached(`Not supported by the local org yet: ${owner}.${member}`);
}

function nameOf(signature: string): string {
  return signature.split("(", 1)[0] ?? signature;
}

/** A behaviour found when first called: a unit loads though a member nobody reaches is missing. */
function lazily(find: () => Behaviour): Behaviour {
  let found: Behaviour | undefined;
  return (...values: readonly unknown[]) => (found ??= find())(...values);
}

export function staticMethod(owner: string, signature: string): Behaviour {
  return charging(
    owner,
    findBehaviour(owner, "statics", signature) ??
      lazily(() => {
        throw missing(owner, signature);
      }),
  );
}

/** Types whose methods make texts of any length. */
const TEXT_MAKERS = new Set(
  "String Blob System.JSON System.JSONGenerator System.EncodingUtil System.HttpResponse System.Http".split(
    " ",
  ),
);

/** The texts such a method gives count against the heap. */
function charging(owner: string, behaviour: Behaviour): Behaviour {
  if (!TEXT_MAKERS.has(owner)) return behaviour;
  return (...values: readonly unknown[]) => {
    const result = behaviour(...values);
    if (typeof result === "string") charge(result.length);
    return result;
  };
}

/** `super.getMessage()`: the platform's own, whatever the project overrides. */
export function superMethod(owner: string, signature: string): Behaviour {
  return (
    findBehaviour(owner, "methods", signature) ??
    lazily(() => {
      throw missing(owner, signature);
    })
  );
}

/** Types whose methods project classes can implement or override. */
function isOpen(owner: string): boolean {
  return owner === "Object" || isInterface(owner) || isExceptionType(owner) || !CLOSED.has(owner);
}

/** Values of these are never project objects. */
const CLOSED = new Set(
  "String Integer Long Double Decimal Boolean Id Date Datetime Time Blob List Set Map SObject".split(
    " ",
  ),
);

export function method(owner: string, signature: string): Behaviour {
  const direct = findBehaviour(owner, "methods", signature);
  if (!isOpen(owner) && direct !== undefined) return charging(owner, direct);
  const name = nameOf(signature);
  if (owner === "Enum" && direct !== undefined) return direct;
  const key = isInterface(owner) ? `${owner}.${name}` : name;
  const ofTypes = new Map<string, Behaviour | undefined>();
  const ofType = (own: string): Behaviour | undefined => {
    if (!ofTypes.has(own)) ofTypes.set(own, findBehaviour(own, "methods", signature));
    return ofTypes.get(own);
  };
  const onPlatformValue: Receiving = (receiver, ...values) => {
    const own =
      typeof receiver === "object" && receiver !== null ? platformTypeOf(receiver) : undefined;
    const behaviour = (own === undefined ? undefined : ofType(own)) ?? direct;
    if (behaviour === undefined) throw missing(own ?? owner, signature);
    return behaviour(receiver, ...values);
  };
  return charging(owner, (receiver: unknown, ...values: readonly unknown[]) => {
    if (receiver instanceof ApexObject && hasMethod(receiver, key))
      return callMethod(receiver, key, ...values);
    return onPlatformValue(receiver, ...values);
  });
}

export function constructorOf(owner: string, signature: string): Behaviour {
  const behaviour = findBehaviour(owner, "constructors", signature);
  if (behaviour !== undefined) return behaviour;
  if (isExceptionType(owner)) {
    const exceptionClass = platformExceptionClass(owner);
    return (first?: unknown, second?: unknown) => new exceptionClass().$exception(first, second);
  }
  return lazily(() => {
    throw missing(owner, signature);
  });
}

export function property(
  owner: string,
  table: "getters" | "setters" | "staticGetters" | "staticSetters",
  name: string,
): Behaviour {
  return (
    findBehaviour(owner, table, name) ??
    lazily(() => {
      throw missing(owner, name);
    })
  );
}
