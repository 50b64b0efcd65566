// What the tests of a folder assert: each test by its title, with the words that its matchers and its table hold.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "@babel/parser";

export interface Asserted {
  readonly title: string;
  /** String literals, pieces of templates, and patterns, of the arguments of matchers and of the tables of `it.each`. */
  readonly words: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";

function childrenOf(node: Node): readonly Node[] {
  return Object.values(node)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .filter(isNode);
}

function* within(node: Node): Generator<Node> {
  yield node;
  for (const child of childrenOf(node)) yield* within(child);
}

/** The name at the beginning of `expect(x).not.toBe`, `it.each(table)`. */
function rootOf(node: unknown): string {
  if (!isNode(node)) return "";
  if (node.type === "Identifier") return String(node["name"]);
  return rootOf(node["object"] ?? node["callee"]);
}

function textOf(node: Node): string | undefined {
  if (node.type === "StringLiteral") return String(node["value"]);
  if (node.type === "RegExpLiteral") return String(node["pattern"]);
  if (node.type !== "TemplateElement") return undefined;
  return String((node["value"] as { readonly cooked: string }).cooked);
}

/** A matcher may be given a constant: its words are those that it was made with. */
function wordsOf(nodes: readonly Node[], constants: ReadonlyMap<string, Node>): readonly string[] {
  return nodes.flatMap((node) =>
    [...within(node)].flatMap((each) => {
      const text = textOf(each);
      const made = each.type === "Identifier" ? constants.get(String(each["name"])) : undefined;
      const more = made === undefined ? [] : [...within(made)].map(textOf);
      return [text, ...more].filter((word) => word !== undefined);
    }),
  );
}

const argumentsOf = (node: Node): readonly Node[] => (node["arguments"] as Node[]).filter(isNode);
const isCallOf = (node: Node, name: string): boolean =>
  node.type === "CallExpression" && rootOf(node["callee"]) === name;

function readTests(source: string): readonly Asserted[] {
  const all = [
    ...within(parse(source, { sourceType: "module", plugins: ["typescript"] }).program as unknown as Node),
  ];
  const constants = new Map(
    all.flatMap(({ type, id, init }) =>
      type === "VariableDeclarator" && isNode(id) && isNode(init) && /Literal$/.test(init.type)
        ? [[String(id["name"]), init] as const]
        : [],
    ),
  );
  return all.flatMap((node) => {
    const [title, body] = isCallOf(node, "it") ? argumentsOf(node) : [];
    const name = title === undefined ? undefined : textOf(title);
    if (name === undefined || body === undefined) return [];
    const callee = node["callee"] as Node;
    const table = callee.type === "CallExpression" ? argumentsOf(callee) : [];
    // `expect(x)` itself is no matcher: what is given to it was not asserted yet.
    const matchers = [...within(body)].filter(
      (each) => isCallOf(each, "expect") && (each["callee"] as Node).type === "MemberExpression",
    );
    return [{ title: name, words: wordsOf([...table, ...matchers.flatMap(argumentsOf)], constants) }];
  });
}

export function assertionsIn(folder: string, except: string): readonly Asserted[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".test.ts") && name !== except)
    .flatMap((name) => readTests(readFileSync(join(folder, name), "utf8")));
}
