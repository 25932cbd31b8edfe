import { outermost } from "../async/outbox.js";
const KEY = Symbol("mocks");
export function setMock(running, type, mock) {
    mocksOf(running).set(type.name.toLowerCase(), mock);
}
/** The mock of an interface, `System.HttpCalloutMock`; jobs see those of their test. undefined when the test set none. */
export function mockOf(running, interfaceName) {
    return (mocksOf(running).get(interfaceName.toLowerCase()) ??
        mocksOf(running).get(interfaceName.replace(/^System\./u, "").toLowerCase()));
}
function mocksOf(running) {
    return outermost(running).attachment(KEY, () => new Map());
}
