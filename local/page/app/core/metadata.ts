/** What there is to draw, asked for once. */
import type { AppUi, ObjectUi, PageUi } from "../../metadata/types.ts";
import { ask } from "./server";

export interface FieldUi {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly relationshipName: string | null;
  readonly referenceTo: readonly string[];
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly nillable: boolean;
  readonly calculated: boolean;
  readonly nameField: boolean;
  readonly htmlFormatted: boolean;
  readonly scale: number;
  readonly length: number;
  readonly inlineHelpText: string | null;
  readonly picklistValues: readonly {
    readonly value: string;
    readonly label: string;
    readonly active: boolean;
    readonly defaultValue: boolean;
  }[];
}

export interface ObjectPage {
  readonly ui: ObjectUi;
  readonly label: string;
  readonly labelPlural: string;
  readonly createable: boolean;
  readonly updateable: boolean;
  readonly fields: Readonly<Record<string, FieldUi>>;
  readonly nameField: string;
  /** Related list name → what it shows, for those whose lookup is known. */
  readonly children: readonly {
    readonly object: string;
    readonly field: string;
    readonly relationshipName: string | null;
    readonly label: string;
  }[];
}

export interface TabShown {
  readonly label: string;
  readonly path: string;
}

export interface AppPage {
  readonly app: AppUi;
  readonly apps: readonly { readonly name: string; readonly label: string }[];
  readonly tabs: readonly TabShown[];
  /** Tab → its Lightning page, of those the person may open. */
  readonly tabPages: Readonly<Record<string, string>>;
  readonly pages: Readonly<Record<string, PageUi>>;
  readonly homePage: PageUi | null;
}

const kept = new Map<string, Promise<unknown>>();

export function appPage(): Promise<AppPage> {
  return once("/page/app");
}

export function objectPage(object: string): Promise<ObjectPage> {
  return once(`/page/object/${encodeURIComponent(object)}`);
}

/** The object of an id, by its first three characters. */
export async function objectOfId(id: string): Promise<string | null> {
  const prefixes = await once<Readonly<Record<string, string>>>("/page/prefixes");
  return prefixes[id.slice(0, 3)] ?? null;
}

function once<Answer>(path: string): Promise<Answer> {
  let asked = kept.get(path);
  if (asked === undefined) {
    asked = ask<Answer>(path);
    kept.set(path, asked);
    asked.catch(() => kept.delete(path));
  }
  return asked as Promise<Answer>;
}
