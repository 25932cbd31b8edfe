/** What the API has promised to do later, in small steps between requests: bulk jobs, test runs. */
export function backgroundWork() {
    const steps = [];
    let listener = () => undefined;
    return {
        add(step) {
            steps.push(step);
            if (steps.length === 1)
                listener();
        },
        runNext() {
            const step = steps.shift();
            step?.();
            return step !== undefined;
        },
        onWork(given) {
            listener = given;
        },
    };
}
