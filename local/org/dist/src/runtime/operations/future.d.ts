export declare const futureOperations: {
    /** `signature`: `Foo.bar(Set<Id>)`, as messages name the method; `key`: the JavaScript property of its body. */
    readonly enqueueFuture: (className: string, methodName: string, signature: string, key: string, allowsCallouts: boolean, ...values: readonly unknown[]) => void;
};
