/** The parts of `Authorization: AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`. */
export interface Authorization {
  readonly accessKeyId: string;
  readonly scope: CredentialScope;
  readonly signedHeaders: readonly string[];
  readonly signature: string;
}

export interface CredentialScope {
  /** YYYYMMDD */
  readonly date: string;
  readonly region: string;
  readonly service: string;
  readonly terminator: string;
}

export type ParsedAuthorization =
  | { readonly ok: true; readonly authorization: Authorization }
  | { readonly ok: false; readonly detail: string };

const ALGORITHM = "AWS4-HMAC-SHA256";

export function parseAuthorization(header: string): ParsedAuthorization {
  const [algorithm = "", ...rest] = header.trim().split(" ");
  if (algorithm !== ALGORITHM) {
    return refuse(`Unsupported AWS 'algorithm': '${algorithm}' (only ${ALGORITHM} for now). `);
  }
  const parameters = new Map(
    rest
      .join(" ")
      .split(",")
      .map((part): [string, string] => {
        const equals = part.indexOf("=");
        return [part.slice(0, equals).trim(), part.slice(equals + 1).trim()];
      }),
  );
  const credential = parameters.get("Credential");
  const signedHeaders = parameters.get("SignedHeaders");
  const signature = parameters.get("Signature");
  if (credential === undefined || signedHeaders === undefined || signature === undefined) {
    const missing = ["Credential", "Signature", "SignedHeaders"]
      .filter((name) => !parameters.has(name))
      .map((name) => `Authorization header requires '${name}' parameter. `);
    return refuse(`${missing.join("")}Authorization=${header}`);
  }
  const [accessKeyId, date, region, service, terminator, ...tooMany] = credential.split("/");
  if (
    accessKeyId === undefined ||
    date === undefined ||
    region === undefined ||
    service === undefined ||
    terminator === undefined ||
    tooMany.length > 0
  ) {
    return refuse(
      "Credential must have exactly 5 slash-delimited elements, " +
        `e.g. keyid/date/region/service/term, got '${credential}'`,
    );
  }
  return {
    ok: true,
    authorization: {
      accessKeyId,
      scope: { date, region, service, terminator },
      signedHeaders: signedHeaders.split(";"),
      signature,
    },
  };
}

function refuse(detail: string): ParsedAuthorization {
  return { ok: false, detail };
}
