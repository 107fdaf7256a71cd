// Runs initdb and pg_ctl as the database user, with an environment that cannot surprise them.
import { spawn } from 'node:child_process';
import type { RunAs } from './account.ts';

export interface Outcome {
  code: number | null;
  output: string;
}

const outputMax = 64 * 1024;

/** Never throws for a program that fails: the caller judges its exit code and output. */
export function runProgram(program: string, args: string[], runAs: RunAs | undefined): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: '/',
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      // A group of its own: Ctrl-C in the terminal is for the app, which then stops the database in order.
      detached: process.platform !== 'win32',
      ...(runAs && { uid: runAs.uid, gid: runAs.gid }),
    });
    let output = '';
    const gather = (chunk: Buffer) => {
      if (output.length < outputMax) output += chunk.toString();
    };
    child.stdout.on('data', gather);
    child.stderr.on('data', gather);
    child.on('error', reject);
    // 'exit' and not 'close': the server inherits the pipes and would hold them open.
    child.on('exit', (code) => resolve({ code, output }));
  });
}

// PGPORT, PGDATA, LANG and their like of the operator's shell must not reach the server.
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LD_LIBRARY_PATH'];
  const entries = kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []));
  return { ...Object.fromEntries(entries), LC_ALL: 'C' };
}
