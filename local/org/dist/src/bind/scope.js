/** The local variables visible at a place. */
export class Scope {
    #outer;
    #locals = new Map();
    constructor(outer = null) {
        this.#outer = outer;
    }
    /** False when the name is taken: Apex lets no inner block redeclare a variable of an outer one. */
    declare(local) {
        if (this.find(local.name) !== undefined)
            return false;
        this.#locals.set(local.name.toLowerCase(), local);
        return true;
    }
    find(name) {
        return this.#locals.get(name.toLowerCase()) ?? this.#outer?.find(name);
    }
}
