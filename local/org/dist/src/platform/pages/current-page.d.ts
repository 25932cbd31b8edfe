import type { MessageValue } from "../ApexPages/Message.ts";
import type { PageReferenceValue } from "./page-reference.ts";
export interface CurrentPage {
    /** null outside a page: set by Test.setCurrentPage in tests. */
    reference: PageReferenceValue | null;
    messages: MessageValue[];
}
export declare function currentPage(): CurrentPage;
