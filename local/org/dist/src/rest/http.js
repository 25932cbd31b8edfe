/** HTTP as the REST API sees it, free of sockets: the server and the engine run in different threads. */
export function json(status, value, headers = {}) {
    return {
        status,
        headers: { "content-type": "application/json;charset=UTF-8", ...headers },
        body: JSON.stringify(value),
    };
}
export const NO_CONTENT = { status: 204, headers: {}, body: "" };
