/**
 * Where a callout goes: a Named Credential's URL with its headers, or an endpoint that a Remote Site allows.
 * Source: Apex Developer Guide, "Named Credentials as Callout Endpoints", "Adding Remote Site Settings".
 */
import type { CalloutRequest } from "../../runtime/host.ts";
import type { Schema } from "../../schema/schema.ts";
import { mergedText, type CredentialParameters } from "./merge-fields.ts";

export interface CalloutSettings {
  readonly schema: Pick<Schema, "namedCredentials" | "externalCredentials">;
  readonly remoteSites: readonly string[];
  /** External credential → authentication parameter → value: what is typed into Setup, never into metadata. */
  readonly parameters: CredentialParameters;
  /** Named Credential → the URL to use in place of its own. */
  readonly urls: Readonly<Record<string, string>>;
}

export type Endpoint =
  | { readonly kind: "allowed"; readonly request: CalloutRequest }
  /** In the words of the CalloutException. */
  | { readonly kind: "refused"; readonly message: string };

/** @param hasPrincipal whether the running user may use a principal, `Stripe-Main` */
export function resolveEndpoint(
  request: CalloutRequest,
  settings: CalloutSettings,
  hasPrincipal: (principal: string) => boolean,
): Endpoint {
  const callout = /^callout:([^/?#]+)(.*)$/is.exec(request.endpoint);
  return callout === null
    ? plain(request, settings)
    : named(request, callout[1] ?? "", callout[2] ?? "", settings, hasPrincipal);
}

function plain(request: CalloutRequest, { remoteSites }: CalloutSettings): Endpoint {
  const origin = originOf(request.endpoint);
  if (origin !== null && remoteSites.some((site) => originOf(site) === origin))
    return { kind: "allowed", request };
  return refused(
    `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${request.endpoint}`,
  );
}

function named(
  request: CalloutRequest,
  name: string,
  rest: string,
  settings: CalloutSettings,
  hasPrincipal: (principal: string) => boolean,
): Endpoint {
  const credential = settings.schema.namedCredentials.get(name);
  if (credential === undefined) return noAccess(name);
  const external =
    credential.externalCredential === null
      ? undefined
      : settings.schema.externalCredentials.get(credential.externalCredential);
  if (credential.externalCredential !== null) {
    const principals = external?.principals ?? [];
    const isAllowed = principals.some((principal) =>
      hasPrincipal(`${external?.name ?? ""}-${principal}`),
    );
    if (!isAllowed) return noAccess(name);
  }
  const base = override(settings.urls, credential.name) ?? credential.url;
  const formulas = [...(external?.headers ?? []), ...credential.headers];
  const added: (readonly [string, string])[] = [];
  for (const { name: header, value } of formulas) {
    const merged = mergedText(value, settings.parameters);
    if (!merged.ok) return refused(merged.error);
    added.push([header, merged.value]);
  }
  const set = new Set(added.map(([header]) => header.toLowerCase()));
  const own = request.headers.filter(([header]) => !set.has(header.toLowerCase()));
  const endpoint = `${base.replace(/\/$/, "")}${rest}`;
  return { kind: "allowed", request: { ...request, endpoint, headers: [...own, ...added] } };
}

function override(urls: Readonly<Record<string, string>>, name: string): string | undefined {
  return Object.entries(urls).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

function noAccess(name: string): Endpoint {
  return refused(
    `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`,
  );
}

function refused(message: string): Endpoint {
  return { kind: "refused", message };
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null;
}
