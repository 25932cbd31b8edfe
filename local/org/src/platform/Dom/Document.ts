/** Dom.Document. Source: Apex Reference, "Document Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { required } from "../required.ts";
import { DomDocumentValue, DomNode } from "../xml/dom-node.ts";

type Text = string | null;

export const domDocumentBehaviour = platformType({
  type: "Dom.Document",
  implementation: DomDocumentValue,
  constructors: { new: () => new DomDocumentValue() },
  methods: {
    createRootElement: (document: DomDocumentValue, name: Text, namespace: Text, prefix: Text) => {
      document.root = DomNode.element(null, required(name), namespace, prefix);
      return document.root;
    },
    getRootElement: (document: DomDocumentValue) => document.root,
    load: (document: DomDocumentValue, xml: Text) => document.load(required(xml)),
    toXmlString: (document: DomDocumentValue) => document.write(),
  },
});
