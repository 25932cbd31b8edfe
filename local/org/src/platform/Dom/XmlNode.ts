/** Dom.XmlNode. Source: Apex Reference, "XmlNode Class". */
import { platformType } from "../../runtime/behaviour.ts";
import { platformEnum } from "../../runtime/enums.ts";
import { raise } from "../../runtime/exception.ts";
import { ApexList } from "../../runtime/list.ts";
import { platformTypeNamed } from "../../runtime/type.ts";
import { required } from "../required.ts";
import { DomNode, type DomAttribute } from "../xml/dom-node.ts";

type Text = string | null;

function nodes(found: readonly DomNode[]): ApexList {
  return new ApexList(platformTypeNamed("Dom.XmlNode"), [...found]);
}

function elementsOf({ children }: DomNode): readonly DomNode[] {
  return children.filter(({ kind }) => kind === "ELEMENT");
}

function attributeAt(node: DomNode, index: number | null): DomAttribute {
  return (
    node.attributes[required(index)] ??
    raise("System.ListException", `List index out of bounds: ${required(index)}`)
  );
}

/** The value apart from its prefix, where that stands for a namespace: `c:d` is `d`. */
function valueParts(node: DomNode, value: string): readonly [namespace: Text, value: string] {
  const colon = value.indexOf(":");
  const namespace = colon < 0 ? null : node.namespaceFor(value.slice(0, colon));
  return namespace === null ? [null, value] : [namespace, value.slice(colon + 1)];
}

function insertBefore(node: DomNode, given: unknown, before: unknown): DomNode {
  const child = required(given);
  if (!(child instanceof DomNode)) return raise("System.XmlException", "Not a node");
  const at = before === null ? node.children.length : node.children.indexOf(before as DomNode);
  if (at < 0) return raise("System.XmlException", "The reference node is no child of this node");
  child.parent?.children.splice(child.parent.children.indexOf(child), 1);
  child.parent = node;
  node.children.splice(at, 0, child);
  return child;
}

function removeChild(node: DomNode, child: unknown): boolean {
  const at = node.children.indexOf(required(child) as DomNode);
  if (at < 0) return false;
  for (const gone of node.children.splice(at, 1)) gone.parent = null;
  return true;
}

function removeAttribute(node: DomNode, key: Text, namespace: Text): boolean {
  const found = node.attribute(required(key), namespace);
  if (found === undefined) return false;
  node.attributes.splice(node.attributes.indexOf(found), 1);
  return true;
}

function setAttributeNs(
  node: DomNode,
  key: Text,
  value: Text,
  keyNamespace: Text,
  valueNamespace: Text,
): void {
  const prefix = valueNamespace === null ? "" : node.bind(valueNamespace, null);
  const written = prefix === "" ? required(value) : `${prefix}:${required(value)}`;
  node.setAttribute(required(key), keyNamespace, written);
}

export const xmlNodeBehaviour = platformType({
  type: "Dom.XmlNode",
  implementation: DomNode,
  methods: {
    addChildElement: (node: DomNode, name: Text, namespace: Text, prefix: Text) =>
      DomNode.element(node, required(name), namespace, prefix),
    addCommentNode: (node: DomNode, text: Text) =>
      node.append(new DomNode("COMMENT", null, null, required(text))),
    addTextNode: (node: DomNode, text: Text) =>
      node.append(new DomNode("TEXT", null, null, required(text))),
    getAttribute: (node: DomNode, key: Text, namespace: Text) =>
      node.attribute(required(key), namespace)?.value ?? null,
    getAttributeCount: (node: DomNode) => node.attributes.length,
    getAttributeKeyAt: (node: DomNode, index: number | null) => attributeAt(node, index).key,
    getAttributeKeyNsAt: (node: DomNode, index: number | null) =>
      attributeAt(node, index).namespace,
    getAttributeValue: (node: DomNode, key: Text, namespace: Text) => {
      const found = node.attribute(required(key), namespace);
      return found === undefined ? null : valueParts(node, found.value)[1];
    },
    getAttributeValueNs: (node: DomNode, key: Text, namespace: Text) => {
      const found = node.attribute(required(key), namespace);
      return found === undefined ? null : valueParts(node, found.value)[0];
    },
    getChildElement: (node: DomNode, name: Text, namespace: Text) =>
      elementsOf(node).find(
        (child) => child.name === required(name) && child.namespace === namespace,
      ) ?? null,
    getChildElements: (node: DomNode) => nodes(elementsOf(node)),
    getChildren: (node: DomNode) => nodes(node.children),
    getName: (node: DomNode) => node.name,
    getNamespace: (node: DomNode) => node.namespace,
    getNamespaceFor: (node: DomNode, prefix: Text) => node.namespaceFor(prefix ?? ""),
    getNodeType: (node: DomNode) => platformEnum("Dom.XmlNodeType").find(node.kind) ?? null,
    getParent: (node: DomNode) => node.parent,
    getPrefixFor: (node: DomNode, namespace: Text) => node.prefixFor(required(namespace)),
    getText: (node: DomNode) => node.content,
    insertBefore,
    removeAttribute,
    removeChild,
    setAttribute: (node: DomNode, key: Text, value: Text) =>
      node.setAttribute(required(key), null, required(value)),
    setAttributeNs,
    setNamespace: (node: DomNode, prefix: Text, namespace: Text) => {
      node.declared.set(prefix ?? "", required(namespace));
    },
  },
});
