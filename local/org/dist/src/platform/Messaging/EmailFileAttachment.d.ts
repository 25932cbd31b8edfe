export declare const emailFileAttachmentBehaviour: import("../../runtime/behaviour.ts").TypeBehaviour;
