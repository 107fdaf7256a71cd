// Server settings, written anew at each start. Sized for 2 cores and 4 GB with the app beside it;
// a deployer changes one with ALTER SYSTEM, which is read after this file.

/** Text of the settings file for a server on this loopback port. */
export function settingsFor(port: number): string {
  const lines = Object.entries({ ...settings, port }).map(([name, value]) => `${name} = '${value}'`);
  return `# Written by the program at each start. Change a setting with ALTER SYSTEM.\n${lines.join('\n')}\n`;
}

const settings = {
  listen_addresses: '127.0.0.1',
  // Passwords guard the port; a socket would need a folder that both users can enter.
  unix_socket_directories: '',
  max_connections: 100,
  password_encryption: 'scram-sha-256',

  // An answered request is on disk. Never faster than true.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'replica',

  shared_buffers: '384MB',
  effective_cache_size: '1536MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '1GB',
  min_wal_size: '128MB',
  checkpoint_completion_target: 0.9,
  random_page_cost: 1.1,
  jit: 'off',
  // Containers give parallel queries 64 MB of shared memory, and the second core serves HTTP.
  max_parallel_workers_per_gather: 0,
  max_parallel_maintenance_workers: 0,

  timezone: 'UTC',
  log_timezone: 'UTC',
  idle_in_transaction_session_timeout: '60s',

  logging_collector: 'on',
  log_directory: 'log',
  // One file per weekday, written over a week later: bounded without a clean-up job.
  log_filename: 'postgres-%a.log',
  log_rotation_age: '1d',
  log_truncate_on_rotation: 'on',
  log_rotation_size: 0,
  // Statements and their values hold names and phones; they stay out of the log.
  log_statement: 'none',
  log_min_error_statement: 'panic',
  log_parameter_max_length: 0,
  log_parameter_max_length_on_error: 0,
} satisfies Record<string, string | number>;
