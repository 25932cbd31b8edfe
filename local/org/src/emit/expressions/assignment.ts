/** Assignment in all its forms: the target is evaluated once, before the value. */
import type * as es from "estree";
import type { BoundExpression, BoundLValue } from "../../bind/bound.ts";
import type { Numeric } from "../../types/conversion.ts";
import { required } from "../chain.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { slotKey, staticSetterKey } from "../keys.ts";
import { slotKeyOf, staticsOf } from "./names.ts";
import { isNeverNull } from "../nullness.ts";

type Node<K extends BoundExpression["kind"]> = Extract<BoundExpression, { readonly kind: K }>;

/** A place that can be read and written any number of times after `prepare` ran once. */
interface Reference {
  readonly prepare: readonly es.Expression[];
  readonly read: es.Expression;
  readonly write: (value: es.Expression) => es.Expression;
}

export function assign(node: Node<"assign">, context: EmitContext): es.Expression {
  const reference = referenceTo(node.target, context, false);
  return withPrepared(reference.prepare, reference.write(context.expression(node.value)));
}

export function compoundAssign(node: Node<"compoundAssign">, context: EmitContext): es.Expression {
  const reference = referenceTo(node.target, context, true);
  const value = context.withTargetValue(reference.read, () => context.expression(node.operation));
  return withPrepared(reference.prepare, reference.write(value));
}

export function increment(node: Node<"increment">, context: EmitContext): es.Expression {
  const reference = referenceTo(node.target, context, true);
  const current = required(node.target, reference.read, context);
  if (node.isPrefix)
    return withPrepared(
      reference.prepare,
      reference.write(step(current, node.operator, node.numeric, context)),
    );
  const old = context.temporary();
  return js.sequence([
    ...reference.prepare,
    js.assign(js.name(old), current),
    reference.write(step(js.name(old), node.operator, node.numeric, context)),
    js.name(old),
  ]);
}

/** As a statement of its own the old value is not needed. */
export function effect(node: BoundExpression, context: EmitContext): es.Expression {
  return node.kind === "increment"
    ? context.expression({ ...node, isPrefix: true })
    : context.expression(node);
}

function step(
  value: es.Expression,
  operator: "++" | "--",
  numeric: Numeric,
  context: EmitContext,
): es.Expression {
  switch (numeric) {
    case "Integer":
      return js.binary(
        "|",
        js.binary(operator === "++" ? "+" : "-", value, js.literal(1)),
        js.literal(0),
      );
    case "Long":
      return context.operate(
        operator === "++" ? "addLongs" : "subtractLongs",
        value,
        js.bigintLiteral("1", context.place),
      );
    case "Double":
      return context.operate(
        operator === "++" ? "addDoubles" : "subtractDoubles",
        value,
        context.bound("double", 1),
      );
    case "Decimal":
      return context.operate(
        operator === "++" ? "addDecimals" : "subtractDecimals",
        value,
        context.bound("decimal", "1"),
      );
  }
}

function withPrepared(prepare: readonly es.Expression[], last: es.Expression): es.Expression {
  return prepare.length === 0 ? last : js.sequence([...prepare, last]);
}

/** `readsToo`: the target's parts are needed twice, so they are kept in temporaries. */
function referenceTo(target: BoundLValue, context: EmitContext, readsToo: boolean): Reference {
  const prepare: es.Expression[] = [];
  const once = (node: BoundExpression): es.Expression => {
    const value = context.expression(node);
    if (!readsToo || node.kind === "this" || node.kind === "local") return value;
    const temporary = context.temporary();
    prepare.push(js.assign(js.name(temporary), value));
    return js.name(temporary);
  };
  const place = context.place;
  switch (target.kind) {
    case "local": {
      const variable = context.local(target.local);
      return { prepare, read: variable, write: (value) => js.assign(variable, value) };
    }
    case "field": {
      const key = target.slot ? slotKey(target.field) : target.field.key;
      const access = target.isSuper
        ? js.member({ type: "Super" }, key, place)
        : js.member(once(target.target), key, place);
      return { prepare, read: access, write: (value) => js.assign(access, value) };
    }
    case "staticField": {
      const read = context.expression(target);
      const isCalled = !target.slot && target.field.property?.setter === "custom";
      return {
        prepare,
        read,
        write: (value) =>
          isCalled
            ? js.call(
                js.member(
                  context.classReference(target.field.owner.qualifiedName),
                  staticSetterKey(target.field),
                  place,
                ),
                [value],
              )
            : js.assign(js.member(staticsOf(target, context), slotKeyOf(target), place), value),
      };
    }
    case "recordField": {
      const record = once(target.target);
      return {
        prepare,
        read: js.call(js.member(record, "get", place), [js.literal(target.field)]),
        write: (value) =>
          js.call(js.member(record, "put", place), [js.literal(target.field), value]),
      };
    }
    case "recordParent": {
      const record = once(target.target);
      return {
        prepare,
        read: js.call(js.member(record, "parent", place), [js.literal(target.relationship)]),
        write: (value) =>
          js.call(js.member(record, "putParent", place), [js.literal(target.relationship), value]),
      };
    }
    case "index": {
      const list = once(target.target);
      const index = once(target.index);
      return {
        prepare,
        read: js.call(js.member(list, "get", place), [index]),
        write: (value) => context.operate("setElement", list, index, value),
      };
    }
    case "platformField": {
      if (target.target === null)
        return {
          prepare,
          read: js.call(context.bound("staticGetter", target.owner, target.name), []),
          write: (value) =>
            js.call(context.bound("staticSetter", target.owner, target.name), [value]),
        };
      const receiver = once(target.target);
      const checked = isNeverNull(target.target, context.scope.nonNull)
        ? receiver
        : js.logical("??", receiver, context.operate("nullPointer"));
      return {
        prepare,
        read: js.call(context.bound("getter", target.owner, target.name), [checked]),
        write: (value) =>
          js.call(context.bound("setter", target.owner, target.name), [checked, value]),
      };
    }
  }
}
