import { platformException } from "../runtime/exception.js";
/** Of an org that tests run in: whoever gets here has no mock. */
export const CALLOUTS_REFUSED = {
    send({ endpoint }) {
        // Apex exceptions are thrown as they are; only their own stack is ever shown.
        // eslint-disable-next-line @typescript-eslint/only-throw-error
        throw platformException("System.CalloutException", `No callouts leave this org: ${endpoint}`);
    },
};
