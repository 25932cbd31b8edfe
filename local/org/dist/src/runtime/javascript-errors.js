/** Which JavaScript errors are Apex exceptions: a null dereference and a stack that is too deep. Every other one is a fault of this org. */
import { ApexException, nullPointer, platformException } from "./exception.js";
import { callSitesOf, isApexScript } from "./stack.js";
const ON_NULL = /^Cannot (read|set) properties of null/;
const converted = new WeakMap();
/** Code that Apex calls directly: where it meets a null argument, so would the platform's own. */
const PLATFORM_CODE = /\/src\/(platform|runtime)\//;
function isRaisedByApex(error) {
    const script = callSitesOf(error)[0]?.getFileName();
    return isApexScript(script) || PLATFORM_CODE.test(script ?? "");
}
function conversionOf(error) {
    if (error instanceof TypeError && ON_NULL.test(error.message) && isRaisedByApex(error))
        return nullPointer();
    if (error instanceof RangeError && error.message === "Maximum call stack size exceeded")
        return platformException("System.LimitException", "Maximum stack depth reached: 1001");
    return null;
}
/** The Apex exception something thrown stands for; null for a fault of this org, which must reach its developer. */
export function apexExceptionOf(thrown) {
    if (thrown instanceof ApexException)
        return thrown;
    if (!(thrown instanceof Error))
        return null;
    const known = converted.get(thrown);
    if (known !== undefined)
        return known;
    const exception = conversionOf(thrown);
    if (exception === null)
        return null;
    exception.adoptStack(thrown);
    converted.set(thrown, exception);
    return exception;
}
