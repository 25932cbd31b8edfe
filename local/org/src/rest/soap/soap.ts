/**
 * The SOAP calls that the Salesforce command line makes: executeAnonymous of the Apex API with its debug log, getUserInfo of the Partner API.
 * Source: Apex Developer Guide, "SOAP API and SOAP Headers for Apex"; SOAP API Developer Guide, "getUserInfo()".
 */
import { parseXml, XmlElement, XmlError } from "@rgrove/parse-xml";
import type { RunningUser } from "../../runtime/host.ts";
import type { AnonymousOutcome } from "../../org/apex-access.ts";
import type { RestApiParts } from "../context.ts";
import type { RestRequest, RestResponse } from "../http.ts";
import { escapedText } from "../../platform/xml/write.ts";
import { RestError } from "../rest-error.ts";
import { anonymousResult } from "../tooling/execute-anonymous.ts";

const APEX_NAMESPACE = "http://soap.sforce.com/2006/08/apex";
const PARTNER_NAMESPACE = "urn:partner.soap.sforce.com";

export function isSoap({ path, method }: RestRequest): boolean {
  return path.startsWith("/services/Soap/") && method === "POST";
}

export function soap(
  request: RestRequest,
  parts: RestApiParts,
  userOf: (sessionId: string | undefined) => RunningUser,
): RestResponse {
  const envelope = envelopeIn(request.body);
  if (envelope === null)
    return fault("soapenv:Client", "The body is no SOAP envelope that can be read as XML.");
  const session = child(child(child(envelope, "Header"), "SessionHeader"), "sessionId")?.text;
  const body = child(envelope, "Body");
  let user: RunningUser;
  try {
    user = userOf(session);
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    return fault("sf:INVALID_SESSION_ID", `INVALID_SESSION_ID: ${error.message}`);
  }
  const anonymous = child(body, "executeAnonymous");
  if (anonymous !== undefined) {
    const outcome = parts.apex.runAnonymous(child(anonymous, "apexcode")?.text ?? "", user);
    return answer(
      APEX_NAMESPACE,
      `<executeAnonymousResponse><result>${fields({ ...anonymousResult(outcome) })}</result></executeAnonymousResponse>`,
      `<DebuggingInfo><debugLog>${escapedText(debugLog(outcome, user))}</debugLog></DebuggingInfo>`,
    );
  }
  if (child(body, "getUserInfo") !== undefined) {
    const { organization } = parts.org.host;
    const info = {
      organizationId: organization.id,
      organizationName: organization.name,
      profileId: user.profileId,
      roleId: user.roleId,
      userEmail: user.email,
      userFullName: user.name,
      userId: user.id,
      userLanguage: user.language,
      userLocale: user.locale,
      userName: user.username,
      userTimeZone: user.timeZone,
      userType: user.userType,
    };
    return answer(
      PARTNER_NAMESPACE,
      `<getUserInfoResponse><result>${fields(info)}</result></getUserInfoResponse>`,
    );
  }
  return fault("sf:UNKNOWN_API", "UNKNOWN_API: this org answers executeAnonymous and getUserInfo");
}

function envelopeIn(text: string): XmlElement | null {
  try {
    const { root } = parseXml(text);
    return root !== null && localName(root) === "Envelope" ? root : null;
  } catch (error) {
    if (error instanceof XmlError) return null;
    throw error;
  }
}

function child(parent: XmlElement | undefined, name: string): XmlElement | undefined {
  return parent?.children
    .filter((node) => node instanceof XmlElement)
    .find((element) => localName(element) === name);
}

/** Which prefix a sender gives a namespace is its own affair. */
function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(":") + 1);
}

function debugLog(outcome: AnonymousOutcome, user: RunningUser): string {
  if (outcome.kind === "notCompiled") return "";
  const exception =
    outcome.kind === "exception" ? [`FATAL_ERROR|${outcome.message}\n\n${outcome.stackTrace}`] : [];
  return [
    "66.0 APEX_CODE,DEBUG",
    `USER_INFO|[EXTERNAL]|${user.id}|${user.username}`,
    "EXECUTION_STARTED",
    ...outcome.debug,
    ...exception,
    "EXECUTION_FINISHED",
  ].join("\n");
}

function fields(values: Readonly<Record<string, string | number | boolean | null>>): string {
  return Object.entries(values)
    .map(([name, value]) =>
      value === null
        ? `<${name} xsi:nil="true"/>`
        : `<${name}>${escapedText(String(value))}</${name}>`,
    )
    .join("");
}

function answer(namespace: string, body: string, header = ""): RestResponse {
  return envelopeOf(
    200,
    namespace,
    header === "" ? "" : `<soapenv:Header>${header}</soapenv:Header>`,
    body,
  );
}

function fault(code: string, message: string): RestResponse {
  return envelopeOf(
    500,
    "urn:fault.partner.soap.sforce.com",
    "",
    `<soapenv:Fault><faultcode>${code}</faultcode><faultstring>${escapedText(message)}</faultstring></soapenv:Fault>`,
  );
}

function envelopeOf(status: number, namespace: string, header: string, body: string): RestResponse {
  return {
    status,
    headers: { "content-type": "text/xml;charset=UTF-8" },
    body: `<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns="${namespace}" xmlns:sf="urn:fault.partner.soap.sforce.com" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${header}<soapenv:Body>${body}</soapenv:Body></soapenv:Envelope>`,
  };
}
