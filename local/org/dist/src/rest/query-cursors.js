/** Query results beyond the first batch, held until they are fetched or forgotten. */
import { randomBytes } from "node:crypto";
/** Salesforce keeps ten open cursors a user; more than enough here for the whole org. */
const MOST_OPEN = 50;
export function queryCursors() {
    const cursors = new Map();
    return {
        open(rows) {
            const oldest = cursors.keys().next();
            if (cursors.size >= MOST_OPEN && oldest.done !== true)
                cursors.delete(oldest.value);
            const id = `01g${randomBytes(8).toString("hex").slice(0, 12)}AAA`;
            cursors.set(id, rows);
            return id;
        },
        find: (id) => cursors.get(id),
    };
}
