export type Environment = Readonly<Record<string, string>>;

/** What a step printed, and how it ended. */
export interface Printed {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Each run evaluates the entry again, and nothing else: Vite takes the query for another module. */
const ENTRY = '../../src/action.ts';
let runs = 0;

/** Runs the entry of the Action in this process, which has the environment of the step meanwhile. */
export async function runActionHere(workspace: string, env: Environment): Promise<Printed> {
  const before = { cwd: process.cwd(), env: process.env, exitCode: process.exitCode };
  const stdout = capture(process.stdout);
  const stderr = capture(process.stderr);
  process.exitCode = undefined;
  process.env = textOf(env);
  process.chdir(workspace);
  try {
    await import(/* @vite-ignore */ `${ENTRY}?run=${runs++}`);
    return {
      exitCode: Number(process.exitCode ?? 0),
      stdout: stdout.text(),
      stderr: stderr.text(),
    };
  } finally {
    process.chdir(before.cwd);
    process.env = before.env;
    process.exitCode = before.exitCode;
    stdout.release();
    stderr.release();
  }
}

/** A process has only texts for variables; YAML has other values, too. */
function textOf(env: Environment): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, `${value}`]));
}

/** Keeps what is written to a stream, and takes off what was put on it when it is released. */
function capture(stream: NodeJS.WriteStream) {
  const { write } = stream;
  const listeners = stream.listeners('error');
  let text = '';
  stream.write = (chunk: string | Uint8Array) => {
    text += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
    return true;
  };
  return {
    text: () => text,
    release() {
      stream.write = write;
      for (const listener of stream.listeners('error')) {
        if (!listeners.includes(listener)) stream.off('error', listener as () => void);
      }
    },
  };
}
