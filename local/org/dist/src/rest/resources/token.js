/**
 * `/services/oauth2/token`: the client-credentials flow. No refresh token, no `expires_in`.
 * Source: Salesforce Help, "OAuth 2.0 Client Credentials Flow for Server-to-Server Integration"; "OAuth Authorization Flow Errors".
 */
import { createHmac } from "node:crypto";
import { json } from "../http.js";
export function token(request, sessions, organizationId) {
    const form = new URLSearchParams(request.body);
    const basic = basicCredentials(request.headers["authorization"]);
    const clientId = form.get("client_id") ?? basic?.id;
    const clientSecret = form.get("client_secret") ?? basic?.secret;
    if (form.get("grant_type") !== "client_credentials") {
        return refused("unsupported_grant_type", "grant type not supported");
    }
    if (clientId === undefined || clientSecret === undefined) {
        return refused("invalid_request", "missing required parameter: client_id or client_secret");
    }
    const session = sessions.issue(clientId, clientSecret);
    if (session === null)
        return refused("invalid_client", "invalid client credentials");
    const id = `${request.origin}/id/${organizationId}/${session.userId}`;
    const issuedAt = String(session.issuedAt);
    return json(200, {
        access_token: session.token,
        signature: createHmac("sha256", clientSecret)
            .update(id + issuedAt)
            .digest("base64"),
        scope: "api",
        instance_url: request.origin,
        id,
        token_type: "Bearer",
        issued_at: issuedAt,
        api_instance_url: request.origin,
    });
}
function refused(error, description) {
    return json(400, { error, error_description: description });
}
function basicCredentials(header) {
    const encoded = /^Basic (.+)$/i.exec(header ?? "")?.[1];
    if (encoded === undefined)
        return null;
    const [id, ...rest] = Buffer.from(encoded, "base64").toString("utf8").split(":");
    return id === undefined || rest.length === 0 ? null : { id, secret: rest.join(":") };
}
/** `/services/oauth2/revoke`, with the token in the form or in the query. */
export function revoke(request, sessions) {
    const given = request.query["token"] ?? new URLSearchParams(request.body).get("token");
    if (given === null || !sessions.revoke(given))
        return refused("unsupported_token_type", "this token type is not supported");
    return { status: 200, headers: {}, body: "" };
}
