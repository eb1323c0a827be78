import { readFileSync } from 'node:fs';

/** What the runner reads from an `action.yml`, as far as a JavaScript action has it. */
export interface ActionManifest {
  readonly inputs: Readonly<Record<string, ManifestField>>;
  readonly outputs: Readonly<Record<string, ManifestField>>;
  readonly using: string;
  /** The script, relative to the directory of the manifest. */
  readonly main: string;
}

export type ManifestField = Readonly<Record<string, string>>;

interface YamlMap {
  [key: string]: string | YamlMap;
}

/** Reads the manifest at `path`. */
export function readManifest(path: string): ActionManifest {
  const root = parseMap(readFileSync(path, 'utf8'));
  const runs = root.runs as Record<string, string>;
  return {
    inputs: root.inputs as Record<string, ManifestField>,
    outputs: root.outputs as Record<string, ManifestField>,
    using: runs.using ?? '',
    main: runs.main ?? '',
  };
}

/**
 * The part of YAML that our manifest uses: maps indented by two spaces, plain and single-quoted
 * scalars, and `>-` blocks. Anything else is refused, so that it cannot be misread.
 */
function parseMap(text: string): YamlMap {
  const root: YamlMap = {};
  const open: YamlMap[] = [root];
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  for (let at = 0; at < lines.length; at++) {
    const [, indent = '', key = '', rest = ''] =
      /^((?: {2})*)([\w-]+):(?: (.*))?$/.exec(lines[at] ?? '') ?? fail(lines[at]);
    const depth = indent.length / 2;
    const parent = open[depth] ?? fail(lines[at]);
    open.length = depth + 1;
    if (rest === '') {
      const child: YamlMap = {};
      parent[key] = child;
      open.push(child);
    } else if (rest === '>-') {
      const block: string[] = [];
      while (lines[at + 1]?.startsWith(`${indent}  `)) block.push((lines[++at] ?? '').trim());
      parent[key] = block.join(' ');
    } else {
      parent[key] = scalar(rest);
    }
  }
  return root;
}

function scalar(text: string): string {
  const quoted = /^'((?:[^']|'')*)'$/.exec(text);
  if (quoted) return (quoted[1] ?? '').replaceAll("''", "'");
  return /^["'[{&*!|>%@`]|: | #/.test(text) ? fail(text) : text;
}

function fail(line: string | undefined): never {
  throw new Error(`action.yml has YAML that this reader does not know: ${line}`);
}
