import { json } from "../http.js";
/** The versions this org answers to; older clients ask for older ones and get the same. */
const OLDEST = 50;
const NEWEST = 66;
/** By version number modulo three. */
const SEASONS = ["Spring", "Summer", "Winter"];
export function versions() {
    const all = Array.from({ length: NEWEST - OLDEST + 1 }, (_, index) => OLDEST + index);
    return json(200, all.map((number) => ({
        label: seasonOf(number),
        url: `/services/data/v${number}.0`,
        version: `${number}.0`,
    })));
}
export function isKnownVersion(version) {
    const number = Number(/^v(\d+)\.0$/.exec(version)?.[1]);
    return number >= OLDEST && number <= NEWEST;
}
/** Three a year: version 64 was Summer '25, 65 Winter '26, 66 Spring '26. */
function seasonOf(version) {
    const season = SEASONS[version % 3] ?? "";
    const year = 26 + Math.floor((version - 65) / 3);
    return `${season} '${year}`;
}
export function resources(context) {
    const { basePath } = context;
    return json(200, {
        sobjects: `${basePath}/sobjects`,
        query: `${basePath}/query`,
        queryAll: `${basePath}/queryAll`,
        limits: `${basePath}/limits`,
        composite: `${basePath}/composite`,
        identity: `${context.request.origin}/id/${context.org.host.organization.id}/${context.user.id}`,
    });
}
export function identity(context) {
    return userInfo(context.request, context);
}
export function userInfo(request, { org, user }) {
    const id = `${request.origin}/id/${org.host.organization.id}/${user.id}`;
    return json(200, {
        id,
        sub: id,
        asserted_user: true,
        user_id: user.id,
        organization_id: org.host.organization.id,
        username: user.username,
        preferred_username: user.username,
        nick_name: user.username,
        name: user.name,
        display_name: user.name,
        email: user.email,
        active: true,
        user_type: user.userType.toUpperCase(),
        language: user.language,
        locale: user.locale,
        zoneinfo: user.timeZone,
        urls: {
            rest: `${request.origin}/services/data/v{version}/`,
            query: `${request.origin}/services/data/v{version}/query/`,
        },
    });
}
