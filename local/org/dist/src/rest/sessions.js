/**
 * OAuth clients and the access tokens they hold. Tokens live in memory: a restart of the org ends every session, as a revoked
 * session does, and callers must take a new token on 401.
 */
import { randomBytes, timingSafeEqual } from "node:crypto";
export function sessionsFor(clients, organizationId, lifetimeMs, now) {
    const open = new Map();
    return {
        issue(clientId, clientSecret) {
            const client = clients.find((candidate) => candidate.clientId === clientId);
            if (client === undefined || !sameText(client.clientSecret, clientSecret))
                return null;
            const token = `${organizationId}!${randomBytes(48).toString("base64url")}`;
            const session = { token, userId: client.userId, issuedAt: now() };
            open.set(token, { session, expiresAt: now() + lifetimeMs });
            return session;
        },
        find(token) {
            const entry = open.get(token);
            if (entry === undefined)
                return null;
            if (entry.expiresAt <= now()) {
                open.delete(token);
                return null;
            }
            entry.expiresAt = now() + lifetimeMs;
            return entry.session;
        },
        revoke: (token) => open.delete(token),
        expireAll: () => open.clear(),
    };
}
function sameText(left, right) {
    const a = Buffer.from(left);
    const b = Buffer.from(right);
    return a.length === b.length && timingSafeEqual(a, b);
}
