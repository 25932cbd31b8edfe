/** Methods, constructors and properties of a class: which of them a test ran, and which an edit changed. */
import type { ClassUnit, Member, TypeDeclaration, TypeName } from "../syntax/ast.ts";
import { isType, toldWhole } from "./class-shape.ts";

export interface MemberCode {
  /** `inner.total(list<decimal>)`, the same wherever in the file it stands. */
  readonly id: string;
  /** Lines, from 1. */
  readonly from: number;
  readonly to: number;
  /** The same where its text means the same. */
  readonly told: string;
  /** Whether it can be called without running a line of it. */
  readonly isEmpty: boolean;
}

const known = new WeakMap<ClassUnit, readonly MemberCode[]>();

/** Those of inner classes too. */
export function membersOf(unit: ClassUnit): readonly MemberCode[] {
  const members = known.get(unit) ?? collect(unit.declaration, "");
  known.set(unit, members);
  return members;
}

/** Everything of the class but those members. */
export function restOf({ declaration }: ClassUnit): string {
  return toldWhole(withoutMembers(declaration));
}

/** Ids of the members that stand on one of the lines. */
export function membersAt(unit: ClassUnit, lines: readonly number[]): readonly string[] {
  return membersOf(unit).flatMap(({ id, from, to }) =>
    lines.some((line) => line >= from && line <= to) ? [id] : [],
  );
}

function withoutMembers(declaration: TypeDeclaration): unknown {
  if (declaration.kind !== "class") return declaration;
  const members = declaration.members.flatMap((member) => {
    if (isType(member)) return [withoutMembers(member)];
    return member.kind === "field" || member.kind === "initializer" ? [member] : [];
  });
  return { ...declaration, members };
}

function collect(declaration: TypeDeclaration, outer: string): readonly MemberCode[] {
  if (declaration.kind !== "class") return [];
  const { members, end } = declaration;
  return members.flatMap((member, index) => {
    if (isType(member)) return collect(member, `${outer}${member.name.toLowerCase()}.`);
    if (member.kind === "field" || member.kind === "initializer") return [];
    const next = members[index + 1]?.at.line ?? end.line;
    const to = member.kind === "property" ? next : member.end.line;
    return [
      {
        id: `${outer}${signatureOf(member)}`,
        from: member.at.line,
        to,
        told: toldWhole(member),
        isEmpty: isEmpty(member),
      },
    ];
  });
}

type WithCode = Extract<Member, { readonly kind: "method" | "constructor" | "property" }>;

function signatureOf(member: WithCode): string {
  if (member.kind === "property") return member.name.toLowerCase();
  const name = member.kind === "constructor" ? "new" : member.name.toLowerCase();
  return `${name}(${member.parameters.map(({ type }) => nameOf(type)).join(",")})`;
}

function nameOf({ parts, arrayDepth }: TypeName): string {
  const names = parts.map(({ name, arguments: given }) =>
    given.length === 0 ? name : `${name}<${given.map(nameOf).join(",")}>`,
  );
  return `${names.join(".")}${"[]".repeat(arrayDepth)}`.toLowerCase();
}

function isEmpty(member: WithCode): boolean {
  if (member.kind !== "property") return (member.body?.statements.length ?? 0) === 0;
  return [member.getter, member.setter].some(
    (accessor) => accessor !== null && (accessor.body?.statements.length ?? 0) === 0,
  );
}
