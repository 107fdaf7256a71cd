// What an operator reads when the database cannot serve; the English beside each stands in refusal.ts.

export const databaseProblems = {
  'database.in_use':
    '这份数据正由进程 {pid} 使用（{dataDir}）。请先停掉那个进程，或用 DATA_DIR 指向另一个文件夹。',
  'database.no_binaries':
    '本机系统（{platform}）没有可用的内置 PostgreSQL。请自备 PostgreSQL 15 至 18，并设置 DATABASE_URL。',
  'database.other_major_version':
    '{dataDir} 里的数据属于 PostgreSQL {found}，本程序自带 {wanted}。数据没有改动。请用 PostgreSQL {found} 打开它并设置 DATABASE_URL，或导出后导入新的文件夹。',
  'database.other_owner':
    '{dataDir} 属于用户 {owner}，当前用户 {user} 不能打开。请用原来的用户启动，或把文件夹的属主改过来。',
  'database.unreachable':
    '数据在 {dataDir}，但数据库用户 {user} 走不到那里。请放开上级文件夹的进入权限，或把 DATA_DIR 移到别处。',
  'database.moved_away':
    '{pointer} 记着数据在 {home}，那里却没有数据。请把数据放回原处；确认不要这份数据时，删掉 {pointer} 再启动。',
  'database.password_lost': '{file} 里的密码打不开这份数据。请从备份恢复这个文件；数据没有改动。',
  'database.not_started': 'PostgreSQL 没有启动：{reason}。日志在 {log}。',
  'database.server_version':
    'DATABASE_URL 指向 PostgreSQL {found}，可用的是 {oldest} 至 {newest}。请换用这个范围内的服务器。',
  'database.server_encoding':
    'DATABASE_URL 的数据库编码是 {found}，需要 UTF8。请用 ENCODING UTF8 新建一个数据库。',
};
