/** The engine's thread: opens the org, answers requests one at a time, and works off what they leave behind. */
import { parentPort, workerData } from "node:worker_threads";
import { compileProject } from "../compile/compile-project.js";
import { openLocalOrg } from "../open-local-org.js";
import { ProjectPathError } from "../schema/project.js";
import { formatDiagnostic } from "../syntax/diagnostic.js";
import { blockingCallouts } from "./callouts/blocking-callouts.js";
import { usernameOf, withTriggerUsers } from "./trigger-users.js";
if (parentPort === null)
    throw new Error("This module runs in a thread of its own.");
const port = parentPort;
// Only startLocalOrg starts this thread.
const { options, calloutPort } = workerData;
const reply = (message) => port.postMessage(message);
const log = (line) => reply({ kind: "log", line });
const opened = open();
if (opened === null) {
    calloutPort.close();
    port.close();
}
else {
    serve(opened);
}
/** null where the paths cannot be read, which has been said. */
function compiled() {
    try {
        return compileProject({
            paths: options.paths,
            ...(options.cacheFolder === undefined ? {} : { cacheFolder: options.cacheFolder }),
            onProgress: log,
        });
    }
    catch (error) {
        if (!(error instanceof ProjectPathError))
            throw error;
        reply({ kind: "refused", reasons: [error.message] });
        return null;
    }
}
function open() {
    const project = compiled();
    if (project === null)
        return null;
    const errors = project.diagnostics.filter(({ kind }) => kind === "error");
    // As a deploy: all of it compiles, or none of it is there.
    if (errors.length > 0) {
        reply({ kind: "refused", reasons: errors.map(formatDiagnostic) });
        return null;
    }
    // What Salesforce has and this org lacks fails where it is reached, or has no effect; said beforehand, so that it surprises nobody.
    for (const gap of project.diagnostics)
        log(formatDiagnostic(gap));
    for (const { file, message } of project.notices)
        log(`${file}: ${message}`);
    const schema = withTriggerUsers(project.schema, options.eventTriggerUsers ?? {});
    return openLocalOrg({ ...project, schema }, {
        ...(options.dataFolder === undefined ? {} : { dataFolder: options.dataFolder }),
        ...(options.dailyApiRequests === undefined
            ? {}
            : { dailyApiRequests: options.dailyApiRequests }),
        ...(options.tokenLifetimeMs === undefined
            ? {}
            : { tokenLifetimeMs: options.tokenLifetimeMs }),
        isCopy: options.isCopy ?? false,
        callouts: (opening) => blockingCallouts(calloutPort, {
            schema,
            remoteSites: project.remoteSites,
            parameters: options.credentials ?? {},
            urls: options.namedCredentialUrls ?? {},
        }, (userId, principal) => opening().hasPrincipal(userId, principal)),
        log,
        clients: usersAndClients,
    });
}
/** Makes the users the org is served with, and gives the clients that run as some of them. */
function usersAndClients(org) {
    const ensure = ({ alias, permissionSets, profile }) => org.ensureUser(usernameOf(alias), alias, permissionSets, profile).id;
    for (const user of options.users ?? [])
        ensure(user);
    return options.clients.map(({ clientId, clientSecret, user }) => ({
        clientId,
        clientSecret,
        userId: ensure(user),
    }));
}
function serve({ org, api, parts }) {
    let timer;
    let isStopped = false;
    /** Delayed jobs run when they are due, whether or not anybody asks. */
    const settle = () => {
        clearTimeout(timer);
        org.settle();
        const due = org.nextDueAt;
        if (due !== null)
            timer = setTimeout(settle, Math.max(0, due - Date.now()));
    };
    /** What the request left behind is done before it is answered: an event the caller was told is taken has had its effect. */
    const answer = (id, request) => {
        const response = api.handle(request);
        settle();
        reply({ kind: "response", id, response });
    };
    /** One step a turn: requests come in between. */
    const work = () => {
        if (isStopped || !parts.background.runNext())
            return;
        settle();
        setImmediate(work);
    };
    parts.background.onWork(() => setImmediate(work));
    port.on("message", (message) => {
        switch (message.kind) {
            case "request":
                answer(message.id, message.request);
                return;
            case "stop":
                isStopped = true;
                clearTimeout(timer);
                org.close();
                calloutPort.close();
                port.close();
                return;
        }
    });
    settle();
    reply({ kind: "ready" });
}
