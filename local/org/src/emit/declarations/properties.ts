/** Properties whose reading or writing runs code: JavaScript accessors over a slot; static ones are plain methods. */
import type * as es from "estree";
import type { BoundAccessor, BoundClass } from "../../bind/bound.ts";
import type { FieldSymbol } from "../../types/symbols.ts";
import type { EmitContext } from "../context.ts";
import * as js from "../js.ts";
import { hasAccessors, slotKey, staticGetterKey, staticSetterKey } from "../keys.ts";
import { localNameOf } from "../local-names.ts";
import { neverNullLocals } from "../nullness.ts";
import { statements } from "../statements/blocks.ts";
import { hasStaticInitialization, touchStatics } from "./initializers.ts";

export function accessors(node: BoundClass, context: EmitContext): es.MethodDefinition[] {
  return node.symbol.fields
    .filter(hasAccessors)
    .flatMap((field) => [
      ...accessor(node, field, "get", context),
      ...accessor(node, field, "set", context),
    ]);
}

function accessor(
  node: BoundClass,
  field: FieldSymbol,
  kind: "get" | "set",
  context: EmitContext,
): es.MethodDefinition[] {
  const custom = node.accessors.find(
    (candidate) => candidate.field === field && candidate.kind === kind,
  );
  if (custom !== undefined) return [customAccessor(node, custom, context)];
  if (field.isStatic) return [];
  const slot = js.member(js.THIS, slotKey(field));
  return [
    kind === "get"
      ? js.method(field.key, [], [js.give(slot)], { kind, place: null })
      : js.method(field.key, ["$v"], [js.statement(js.assign(slot, js.name("$v")))], {
          kind,
          place: null,
        }),
  ];
}

function customAccessor(
  owner: BoundClass,
  node: BoundAccessor,
  context: EmitContext,
): es.MethodDefinition {
  const { field, kind, value } = node;
  const frame = `Class.${owner.symbol.qualifiedName}.${field.name}`;
  const parameters = kind === "set" ? [value === null ? "$v" : localNameOf(value)] : [];
  const emitted = context.inFunction(
    {
      frame,
      kind: "method",
      nonNull: neverNullLocals(node.body.statements),
      owner: owner.symbol,
      isStatic: field.isStatic,
      parameters: value === null ? [] : [value],
    },
    () => [
      ...(field.isStatic && hasStaticInitialization(owner) ? [touchStatics(owner, context)] : []),
      ...statements(node.body.statements, context),
    ],
  );
  const place = { ...node.body.at, frame };
  if (!field.isStatic) return js.method(field.key, parameters, emitted, { kind, place });
  const key = kind === "get" ? staticGetterKey(field) : staticSetterKey(field);
  return js.method(key, parameters, emitted, { isStatic: true, place });
}
